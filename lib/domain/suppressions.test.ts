import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { inviteMembers } from "./invite";
import { listMembers } from "./members";
import { resendInvitations } from "./resend";
import { LiftSuppressions, liftSuppressions, listSuppressions } from "./suppressions";

await useDatabase();

const suppress = (world: World, orgId: string, addresses: string[], reason = "bounced") =>
  world.db.execute(sql`
    insert into suppressions (org_id, address, reason, detail)
    select ${orgId}, value, ${reason}, 'mailbox does not exist'
    from json_array_elements_text(${JSON.stringify(addresses)}::json)`);

const found = async (world: World, asked: { find?: string; after?: string }) =>
  (await listSuppressions(await world.as("ada"), asked)).rows.map(({ address }) => address);

test(
  "the list is by address, searched by a part of one, fifty a page; another organization's stays its own",
  inWorld(async (world) => {
    const many = Array.from({ length: 60 }, (_, i) => `p${String(i).padStart(2, "0")}@acme.com`);
    await suppress(world, world.orgId, [...many, "kim@bluebird.com", "+14155550134"]);
    await suppress(world, world.otherOrgId, ["kim@elsewhere.com"]);
    const first = await listSuppressions(await world.as("ada"), {});
    expect(first.rows).toHaveLength(50);
    const second = await found(world, { after: first.next ?? "" });
    expect([...first.rows.map(({ address }) => address), ...second].sort()).toEqual(
      [...many, "kim@bluebird.com", "+14155550134"].sort(),
    );
    expect(await found(world, { find: " KIM@" })).toEqual(["kim@bluebird.com"]);
    expect(await found(world, { find: "(415) 555-01" })).toEqual(["+14155550134"]);
    expect(await found(world, { find: "100%" })).toEqual([]);
    expect(await found(world, { find: "a\0" })).toEqual([]);
  }),
);

test(
  "whoever is lifted can be invited again; it is recorded, address by address",
  inWorld(async (world) => {
    await suppress(world, world.orgId, ["kim@acme.com", "lee@acme.com", "sam@acme.com"]);
    const ada = await world.as("ada");
    const refused = await inviteMembers(ada, inviting([newClient("kim@acme.com")]));
    expect(statuses(refused)).not.toEqual(["invited"]);
    const { said } = await liftSuppressions(ada, {
      addresses: ["kim@acme.com", "lee@acme.com", "nobody@x.com"],
    });
    expect(said).toBe("2 addresses can be written to again.");
    expect(await found(world, {})).toEqual(["sam@acme.com"]);
    const told = await world.db.execute(sql`
      select data ->> 'address' as address, actor_id as actor from activity
      where org_id = ${world.orgId} and kind = 'suppression_lifted' order by 1`);
    const actor = world.id("ada");
    expect([...told]).toEqual([
      { address: "kim@acme.com", actor },
      { address: "lee@acme.com", actor },
    ]);
    expect(statuses(await inviteMembers(ada, inviting([newClient("kim@acme.com")])))).toEqual(["invited"]);
  }),
);

test(
  "lifting what another organization blocked does nothing there",
  inWorld(async (world) => {
    await suppress(world, world.otherOrgId, ["kim@acme.com"]);
    await expect(liftSuppressions(await world.as("ada"), { addresses: ["kim@acme.com"] })).rejects.toThrow(
      "not blocked any more",
    );
    const rows = await world.db.execute(sql`select 1 from suppressions where org_id = ${world.otherOrgId}`);
    expect(rows).toHaveLength(1);
  }),
);

test("a form names one address or several, and at least one", () => {
  const read = (given: object) => LiftSuppressions.parse(given).addresses;
  expect(read({ address: "a@b.c" })).toEqual(["a@b.c"]);
  expect(read({ address: ["a@b.c", "d@e.f"] })).toEqual(["a@b.c", "d@e.f"]);
  expect(read({ address: ["a@b.c", "d@e.f"], one: "g@h.i" })).toEqual(["g@h.i"]);
  expect(LiftSuppressions.safeParse({}).error?.issues[0]?.message).toBe("Choose an address first.");
});

test(
  "whoever is lifted can be sent their invitation again, and until then it is said that nothing may be",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    const kim = async () => {
      const { clients } = await listMembers(ada, {});
      return clients.find(({ name }) => name === "Kim Lee")?.invitation;
    };
    await scene.db.execute(sql`update messages set state = 'bounced' where org_id = ${scene.orgId}`);
    await scene.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${scene.orgId}, 'kim@acme.com', 'bounced')`);
    expect(await kim()).toMatchObject({ delivery: "bounced", isBlocked: true });
    await liftSuppressions(await scene.inOrganization("ada"), { addresses: ["kim@acme.com"] });
    expect(await kim()).toMatchObject({ delivery: "bounced", isBlocked: false });
    const [outcome] = await resendInvitations(ada, { invitations: [scene.kimInvitation] });
    expect(outcome).toMatchObject({ isSent: true });
    expect(await kim()).toMatchObject({ sends: 2, isBlocked: false });
  }),
);
