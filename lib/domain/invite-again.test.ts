import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { suppressions } from "@/db/schema";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import type { WorkspaceContext } from "./context";
import { INSTALLATION, newId } from "./id";
import { cancelMany } from "./invitation-acts";
import { listInvitations } from "./invitation-list";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { listMembers } from "./members";

await useDatabase();

test(
  "inviting again with another term keeps an invitation open until 30 days after it was made, and no longer",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const kim = [newClient("kim@acme.com")];
    await inviteMembers(ines, inviting(kim, { days: 30 }));
    await world.pass("20 days");
    expect(statuses(await inviteMembers(ines, inviting(kim, { days: 30 })))).toEqual(["already_invited"]);
    const left = () =>
      world.db.execute<{ hours: number }>(sql`
        select round(extract(epoch from expires_at - now()) / 3600)::int as hours from invitations
        where org_id = ${world.orgId}`);
    expect(await left()).toEqual([{ hours: 240 }]);
    await inviteMembers(ines, inviting(kim, { days: 2 }));
    expect(await left()).toEqual([{ hours: 48 }]);
  }),
);

test(
  "who puts a note into somebody else's invitation may not cancel it; who opened it still may, everywhere",
  inWorld(async (world) => {
    await world.db.execute(sql`update workspaces set owner_id = ${world.id("ada")}
      where org_id = ${world.orgId} and id = ${world.workspaceId}`);
    const [omar, ines] = [await world.as("omar"), await world.as("ines")];
    const kim = [newClient("kim@acme.com")];
    await inviteMembers(omar, inviting(kim));
    for (const note of ["mine now", "and once more"]) await inviteMembers(ines, inviting(kim, { note }));
    const [open] = await world.db.execute<{ id: string }>(
      sql`select id from invitations where org_id = ${world.orgId}`,
    );
    const invitation = open?.id ?? "";
    const offered = async (ctx: WorkspaceContext) => {
      const { rows } = await listInvitations(ctx, {});
      const { clients } = await listMembers(ctx, { find: "kim" });
      return [rows[0]?.mayCancel, clients[0]?.invitation?.mayCancel];
    };
    expect([await offered(omar), await offered(ines)]).toEqual([
      [true, true],
      [false, false],
    ]);
    await expect(cancelInvitation(ines, { invitation })).rejects.toMatchObject({ code: "forbidden" });
    const many = await cancelMany(ines, { command: newId(), invitations: [invitation] });
    expect(many).toMatchObject({
      done: 0,
      notDone: [{ reason: expect.stringContaining("Only who invited") }],
    });
    expect(await cancelInvitation(omar, { invitation })).toEqual({ name: "kim@acme.com" });
  }),
);

test(
  "a colleague with an account is added whatever came before: a message a moment ago, or mail that came back",
  inWorld(async (world) => {
    const noel = { contact: world.id("noel") };
    await world.db
      .insert(suppressions)
      .values({ orgId: world.orgId, address: "noel@northwind.example", reason: "bounced" });
    await inviteMembers(await world.as("ada"), inviting([newClient("kim@acme.com")]));
    await world.db.execute(sql`
      update invitations set contact_id = ${world.id("noel")}, status = 'revoked', closed_at = now()
      where org_id = ${world.orgId}`);
    const answer = await inviteMembers(await world.as("ines"), inviting([noel]));
    expect(answer.outcomes).toMatchObject([{ status: "added", reason: null }]);
    expect((await world.outbox()).map(({ kind, address }) => `${kind} ${address}`)).toContain(
      "workspace_added noel@northwind.example",
    );
  }),
);

test(
  "somebody who was deactivated is not invited, by name or by address",
  inWorld(async (world) => {
    await world.db.execute(sql`
      update contacts set deactivated_at = now() where org_id = ${world.orgId} and id = ${world.id("quinn")}`);
    const people = [{ contact: world.id("quinn") }, newClient("quinn@northwind.example")];
    const { outcomes } = await inviteMembers(await world.as("ada"), inviting(people));
    expect(outcomes.map(({ status, reason }) => `${status}: ${reason}`)).toEqual(
      people.map(() => "not_allowed: deactivated"),
    );
    expect(await world.outbox()).toEqual([]);
  }),
);

test(
  "a number that is over another limit does not count as a text message",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set daily_limit = 1 where id = ${world.orgId}`);
    const people = ["+14155550134", "+14155550135"].map(newClient);
    const answer = await inviteMembers(await world.as("ada"), inviting(people));
    expect(statuses(answer)).toEqual(["invited", "over_limit"]);
    const texts = await world.db.execute<{ most: number }>(sql`
      select max(count) as most from limits where org_id = ${INSTALLATION} and key like 'sms|%'`);
    expect(texts).toEqual([{ most: 1 }]);
  }),
);
