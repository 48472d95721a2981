import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { lockRole } from "@/db/queries/roles";
import { knowClients, people } from "@/tests/group-scene";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { addToGroup } from "./group-people";
import { previewPeople } from "./group-preview";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { fillRoles } from "./invite-roles";
import type { RecipientInput } from "./recipients";

await useDatabase();

/** Kim, whom the organization knows by an e-mail address and a phone number. */
async function knowKim(world: World, group: string | null): Promise<string> {
  const [kim = ""] = await knowClients(world, group, ["kim@acme.com"]);
  await world.db.execute(
    sql`update contacts set phone = '+442079460018' where org_id = ${world.orgId} and id = ${kim}`,
  );
  return kim;
}

const bothWays = [newClient("kim@acme.com"), newClient("+44 20 7946 0018")];

const suppress = (world: World, address: string) =>
  world.db.execute(sql`insert into suppressions (org_id, address, reason)
    values (${world.orgId}, ${address}, 'bounced')`);

test(
  "a contact that is named by e-mail, by phone and by choice is one recipient",
  inWorld(async (world) => {
    const kim = await knowKim(world, null);
    const people = [...bothWays, { contact: kim }];
    const { outcomes } = await inviteMembers(await world.as("ines"), inviting(people));
    expect(outcomes).toMatchObject([{ input: "kim@acme.com", status: "invited" }]);
    expect(await world.outbox()).toHaveLength(1);
  }),
);

test(
  "of two addresses of one contact the one that can be written to is taken",
  inWorld(async (world) => {
    await knowKim(world, null);
    await suppress(world, "kim@acme.com");
    const { outcomes } = await inviteMembers(await world.as("ines"), inviting(bothWays));
    expect(outcomes).toMatchObject([{ input: "+44 20 7946 0018", status: "invited" }]);
    expect((await world.outbox()).map(({ address }) => address)).toEqual(["+442079460018"]);
  }),
);

test(
  "a contact is in a group once, by whatever it was named",
  inWorld(async (world) => {
    await knowKim(world, null);
    const ines = await world.as("ines");
    expect(await previewPeople(ines, "client_group", "kim@acme.com, +44 20 7946 0018")).toMatchObject({
      count: 1,
      known: 1,
    });
    const { outcomes } = await addToGroup(ines, {
      ...{ command: newId(), group: world.groups.clients, people: bothWays, isQuiet: true },
    });
    expect(outcomes).toMatchObject([{ input: "kim@acme.com", status: "added" }]);
  }),
);

test(
  "who is typed by address and comes with a group counts once, too",
  inWorld(async (world) => {
    await knowKim(world, world.groups.clients);
    const { outcomes } = await inviteMembers(
      await world.as("ines"),
      inviting([newClient("kim@acme.com"), { group: world.groups.clients }]),
    );
    expect(outcomes).toMatchObject([
      { input: "kim@acme.com", status: "invited" },
      { status: "added", people: [{ status: "already_member" }, { status: "added" }] },
    ]);
    expect(await people(world)).toContain("kim -");
  }),
);

test(
  "who is refused by name still comes with their group",
  inWorld(async (world) => {
    const kim = await knowKim(world, world.groups.clients);
    await suppress(world, "kim@acme.com");
    const { outcomes } = await inviteMembers(
      await world.as("ines"),
      inviting([{ contact: kim }, { group: world.groups.clients }]),
    );
    expect(outcomes).toMatchObject([{ input: kim, status: "not_allowed" }, { status: "added" }]);
    expect(await people(world)).toContain("kim (group) -");
  }),
);

test(
  "a role is not given to who was refused by name, also when they come with a group that gets another one",
  inWorld(async (world) => {
    const kim = await knowKim(world, world.groups.clients);
    await suppress(world, "kim@acme.com");
    const ines = await world.as("ines");
    const at = { orgId: world.orgId, workspaceId: world.workspaceId };
    const seat = async (roleId: string, recipient: RecipientInput) => {
      const role = await lockRole(world.db, { ...at, roleId });
      if (!role) throw new Error("no role");
      return { role: { ...role, audience: "any" as const, firstAt: null }, recipient };
    };
    const { outcomes } = await fillRoles(world.db, ines, [
      await seat(world.roles.signatory, { contact: kim }),
      await seat(world.roles.lead, { group: world.groups.clients }),
    ]);
    expect(outcomes).toMatchObject([{ status: "not_allowed" }, { status: "added" }]);
    const role = await lockRole(world.db, { ...at, roleId: world.roles.signatory });
    expect(role?.holder).toBeNull();
    expect(await people(world)).toContain("kim (group) -");
  }),
);
