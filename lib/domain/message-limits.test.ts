import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { requestNewLink } from "./answer-offer";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { grantMessages, rulesOfAct } from "./message-limits";
import { inviteToPortal } from "./portal";
import { resendAll } from "./resend-all";
import { assignRole } from "./roles";
import { makeToken, newestKey } from "./token";

await useDatabase();

const clients = (count: number, tag = "p") =>
  Array.from({ length: count }, (_, i) => newClient(`${tag}${i}@acme.com`));

const allow = ({ db, orgId }: World, change: ReturnType<typeof sql>) =>
  db.execute(sql`update organizations set ${change} where id = ${orgId}`);

const counts = async ({ db, orgId }: World) =>
  Object.fromEntries(
    (
      await db.execute<{ key: string; count: number }>(sql`
        select split_part(key, ':', 1) as key, sum(count)::int as count from limits where org_id = ${orgId} group by 1`)
    ).map(({ key, count }) => [key, count]),
  );

test.each([
  [
    sql`daily_limit = 3`,
    "Northwind Advisory has reached its limit of 3 messages a day. Try again in 24 hours.",
  ],
  [
    sql`workspace_daily_limit = 3`,
    "This workspace has reached its limit of 3 messages a day. Try again in 24 hours.",
  ],
  [sql`admin_daily_limit = 3`, "You have reached your limit of 3 messages a day. Try again in 24 hours."],
])("of five the first three are sent to, and the others hear which limit it was: %#", (limit, reason) =>
  inWorld(async (world) => {
    await allow(world, limit);
    const answer = await inviteMembers(await world.as("ada"), inviting(clients(5)));
    expect(statuses(answer)).toEqual(["invited", "invited", "invited", "over_limit", "over_limit"]);
    expect(answer.outcomes[4]?.reason).toBe(reason);
    expect(await world.outbox()).toHaveLength(3);
  })(),
);

test.each([
  ["daily_limit", "ada", /of 1 message a day\./],
  ["workspace_daily_limit", "ada", /of 1 message a day\./],
  ["admin_daily_limit", "ada", /of 1 message a day\./],
  ["member_hourly_limit", "ines", /of 1 message an hour\./],
] as const)("a limit of one, %s, is of one message", (column, who, reason) =>
  inWorld(async (world) => {
    await allow(world, sql`${sql.identifier(column)} = 1`);
    const { outcomes } = await inviteMembers(await world.as(who), inviting(clients(2)));
    expect(outcomes[1]?.reason).toMatch(reason);
  })(),
);

test(
  "what one limit refuses is not counted against the others",
  inWorld(async (world) => {
    await allow(world, sql`workspace_daily_limit = 3`);
    await inviteMembers(await world.as("ada"), inviting(clients(5)));
    expect(await counts(world)).toEqual({ inviter: 3, organization: 3, workspace: 3, recipient: 3 });
    await inviteMembers(await world.as("ada"), inviting(clients(5, "q")));
    expect(await counts(world)).toEqual({ inviter: 3, organization: 3, workspace: 3, recipient: 3 });
  }),
);

test(
  "who cannot be written to any more today takes nobody else's place",
  inWorld(async (world) => {
    await allow(world, sql`daily_limit = 2`);
    await world.db.execute(sql`insert into limits (org_id, key, max, window_seconds, count)
      values (${world.orgId}, 'recipient:email:p0@acme.com', 5, 86400, 5)`);
    const answer = await inviteMembers(await world.as("ada"), inviting(clients(3)));
    expect(statuses(answer)).toEqual(["over_limit", "invited", "invited"]);
    expect(answer.outcomes[0]?.reason).toMatch(/^Five messages went to this person today\./);
    const again = await inviteMembers(await world.as("ada"), inviting(clients(1)));
    expect(again.outcomes[0]?.reason).toMatch(
      /^Northwind Advisory has reached its limit of 2 messages a day\./,
    );
  }),
);

test(
  "messages of one act about several places count together against what these share",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const places = [world.workspaceId, null].map((place) => ({
      address: null,
      rules: rulesOfAct({ ...ada, org: { ...ada.org, dailyLimit: 3 } }, place),
    }));
    const granted = await grantMessages(world.db, world.orgId, [...places, ...places], new Date());
    expect(granted.map((held) => held === null)).toEqual([true, true, true, false]);
    expect(await counts(world)).toEqual({ inviter: 3, organization: 3, workspace: 2 });
  }),
);

test(
  "an organization younger than a week may cause a tenth, but a hundred at least",
  inWorld(async (world) => {
    await allow(world, sql`created_at = now() - interval '6 days', workspace_daily_limit = 500`);
    const young = await inviteMembers(await world.as("ada"), inviting(clients(103)));
    expect(statuses(young).filter((status) => status === "invited")).toHaveLength(100);
    await allow(world, sql`created_at = now() - interval '8 days'`);
    const older = await inviteMembers(await world.as("ada"), inviting(clients(103)));
    expect(statuses(older).filter((status) => status === "invited")).toHaveLength(3);
  }),
);

test(
  "a young organization with a limit below a hundred has that limit",
  inWorld(async (world) => {
    await allow(world, sql`created_at = now(), daily_limit = 2`);
    const answer = await inviteMembers(await world.as("ada"), inviting(clients(3)));
    expect(statuses(answer)).toEqual(["invited", "invited", "over_limit"]);
  }),
);

test(
  "portal, roles, resending and new links count against the organization like inviting does",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const { outcomes } = await inviteMembers(ada, inviting(clients(1)));
    await world.pass("11 minutes");
    await allow(world, sql`daily_limit = 5`);
    const now = await world.as("ada");
    await resendAll(now, {});
    await assignRole(now, {
      command: newId(),
      role: world.roles.reviewer,
      people: [newClient("r@acme.com")],
    });
    const [quiet] = await world.db.execute<{ id: string }>(sql`
      insert into contacts (org_id, id, kind, email, sort_key)
      values (${world.orgId}, ${newId()}, 'client', 'z@acme.com', 'z') returning id`);
    await inviteToPortal(now, { command: newId(), contacts: [quiet?.id ?? ""], note: null });
    expect((await counts(world)).organization).toBe(4);
    const subject = { organization: now.org.number, id: outcomes[0]?.invitationId ?? "" };
    const [invitation] = await world.db.execute<{ id: string }>(sql`
      select i.id from invitations i where i.org_id = ${world.orgId} and i.address = 'p0@acme.com'`);
    const link = makeToken(
      now.keys,
      newestKey(now.keys),
      "invite",
      { ...subject, id: invitation?.id ?? "" },
      1,
    );
    await requestNewLink(world.visitor(), link);
    expect((await counts(world)).organization).toBe(5);
    await world.pass("11 minutes");
    const before = (await world.outbox()).length;
    await requestNewLink(world.visitor(), link);
    expect((await resendAll(now, {})).sent).toBe(0);
    expect(await world.outbox()).toHaveLength(before);
  }),
);

test(
  "all organizations of an installation share its limit, and everybody on a network that network's",
  inWorld(async (world) => {
    const ada = { ...(await world.as("ada")), dailyMessages: 3, ip: "203.0.113.7" };
    const otto = { ...(await world.asOtto()), dailyMessages: 3, ip: "203.0.113.7" };
    expect(statuses(await inviteMembers(ada, inviting(clients(2))))).toEqual(["invited", "invited"]);
    const answer = await inviteMembers(otto, inviting(clients(2)));
    expect(statuses(answer)).toEqual(["invited", "over_limit"]);
    expect(answer.outcomes[1]?.reason).toMatch(/^This portal has reached its limit of 3 messages a day\./);
    await world.db.execute(sql`
      update limits set count = 5000 where key = 'messages|network|203.0.113.7' and org_id <> ${world.orgId}`);
    const next = await inviteMembers({ ...ada, dailyMessages: undefined }, inviting(clients(1, "n")));
    expect(next.outcomes[0]?.reason).toMatch(
      /^Your network has reached its limit of 5,000 messages in ten minutes\. Try again in 10 minutes\./,
    );
  }),
);
