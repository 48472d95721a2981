import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { selectGroupContacts } from "@/db/queries/wizard";
import { suppressions, workspaces } from "@/db/schema";
import { knowClients } from "@/tests/group-scene";
import { inviting, memberOf, newClient, newInternal, statuses } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { completeAction } from "./actions";
import { AddManyToGroup, addManyToGroup } from "./bulk-acts";
import { addToGroup, removeFromGroup } from "./group-people";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import type { RecipientInput } from "./recipients";
import { assignRole } from "./roles";
import { getWorkspace } from "./workspaces";

await useDatabase();

const adding = (group: string, people: RecipientInput[], isQuiet = false) => ({
  ...{ command: newId(), group, people, isQuiet },
});

/** Ines has added "Acme finance" to the workspace. */
async function inWorkspace(world: World) {
  const ines = await world.as("ines");
  await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
  return ines;
}

const kinds = async (world: World, address: string) =>
  (await world.outbox()).filter((row) => row.address === address).map(({ kind }) => kind);

describe("people added to a group", () => {
  test(
    "are at most 10,000: one more and nobody is added, up to there everybody is",
    inWorld(async (world) => {
      const ines = await world.inOrganization("ines");
      const group = world.groups.clients;
      const count = async () => {
        const [row] = await world.db.execute<{ count: number }>(sql`select count(*)::int as count
          from group_members where org_id = ${world.orgId} and group_id = ${group}`);
        return row?.count ?? 0;
      };
      const most = 10_000;
      const left = most - 1 - (await count());
      await world.db.execute(sql`
        with known as (
          insert into contacts (org_id, id, kind, email, sort_key)
          select ${world.orgId}, gen_random_uuid(), 'client', 'p' || i || '@many.example', 'p' || i
          from generate_series(1, ${left}::int) i returning org_id, id
        ) insert into group_members (org_id, group_id, contact_id) select org_id, ${group}, id from known`);
      const add = (...names: string[]) =>
        addToGroup(
          ines,
          adding(
            group,
            names.map((name) => newClient(`${name}@acme.com`)),
            true,
          ),
        );
      await expect(add("kim", "lee")).rejects.toMatchObject({
        code: "invalid",
        message: "A group holds at most 10,000 people; this would make 10,001. Nobody was added.",
      });
      expect(await count()).toBe(most - 1);
      expect(statuses(await add("kim"))).toEqual(["added"]);
      expect(await count()).toBe(most);
    }),
  );

  test(
    "are invited into the workspaces it is in, members at once who have an account",
    inWorld(async (world) => {
      const ines = await inWorkspace(world);
      const answer = await addToGroup(ines, adding(world.groups.clients, [newClient("kim@acme.com")]));
      expect(statuses(answer)).toEqual(["invited"]);
      expect(await memberOf(world, "kim@acme.com")).toEqual({ joined: false, status: "pending" });
      expect(await kinds(world, "kim@acme.com")).toEqual(["invitation"]);
      await removeFromGroup(ines, { group: world.groups.clients, contacts: [world.id("quinn")] });
      await addToGroup(ines, adding(world.groups.clients, [{ contact: world.id("quinn") }]));
      expect((await world.as("quinn")).workspace.isMember).toBe(true);
    }),
  );

  test(
    "get one message for two workspaces, and both invitations",
    inWorld(async (world) => {
      const ines = await inWorkspace(world);
      const second = newId();
      const [name, orgId] = ["Second flow", world.orgId];
      await world.db
        .insert(workspaces)
        .values({ orgId, id: second, name, sortKey: "second flow", ownerId: world.id("omar") });
      await world.db.execute(sql`insert into workspace_groups (org_id, workspace_id, group_id, added_by)
        values (${orgId}, ${second}, ${world.groups.clients}, ${world.id("omar")})`);
      await addToGroup(ines, adding(world.groups.clients, [newClient("kim@acme.com")]));
      expect(await kinds(world, "kim@acme.com")).toEqual(["invitation"]);
      const open = await world.db.execute<{ sends: number }>(sql`select sends from invitations
        where org_id = ${orgId} and address = 'kim@acme.com' and status = 'pending' order by sends`);
      expect(open.map(({ sends }) => sends)).toEqual([0, 1]);
    }),
  );

  test(
    "quietly belong, and get nothing",
    inWorld(async (world) => {
      const ines = await inWorkspace(world);
      const answer = await addToGroup(ines, adding(world.groups.clients, [newClient("kim@acme.com")], true));
      expect(statuses(answer)).toEqual(["added"]);
      expect(await memberOf(world, "kim@acme.com")).toEqual({ joined: false, status: null });
      expect(await kinds(world, "kim@acme.com")).toEqual([]);
      const [row] = await world.db.execute(
        sql`select state from contacts where org_id = ${world.orgId} and email = 'kim@acme.com'`,
      );
      expect(row).toEqual({ state: "quiet" });
    }),
  );

  test(
    "are told apart: in it already, of the other kind, no address, another group, a new colleague",
    inWorld(async (world) => {
      const ines = await world.inOrganization("ines");
      const answer = await addToGroup(
        ines,
        adding(world.groups.clients, [
          { contact: world.id("cleo") },
          { contact: world.id("noel") },
          newClient("kim@acme"),
          { group: world.groups.team },
          newClient("lee@acme.com"),
          newClient("LEE@acme.com"),
        ]),
      );
      expect(answer.outcomes.map(({ status, reason }) => reason ?? status)).toEqual([
        "in this group already",
        "this group is for clients",
        "needs a full email address",
        "added",
        "a group holds people, not other groups",
      ]);
      const team = await addToGroup(ines, adding(world.groups.team, [newInternal("zoe@northwind.example")]));
      expect(statuses(team)).toEqual(["not_allowed"]);
    }),
  );

  test(
    "are added who get no message, and why stands apart: invited by name, an address that bounced",
    inWorld(async (world) => {
      const ines = await inWorkspace(world);
      const [kim = "", lee = ""] = await knowClients(world, null, ["kim@acme.com", "lee@acme.com"]);
      await inviteMembers(ines, inviting([{ contact: kim }]));
      await world.db
        .insert(suppressions)
        .values({ orgId: world.orgId, address: "lee@acme.com", reason: "bounced" });
      const people = [{ contact: kim }, { contact: lee }, newClient("new@acme.com")];
      const { outcomes } = await addToGroup(ines, adding(world.groups.clients, people));
      expect(outcomes.map(({ status, reason, unsent }) => [status, reason, unsent?.status])).toEqual([
        ["added", null, "already_invited"],
        ["added", null, "not_allowed"],
        ["invited", null, undefined],
      ]);
      const inside = await selectGroupContacts(world.db, world.orgId, world.groups.clients);
      expect(inside).toEqual(expect.arrayContaining([kim, lee]));
      const again = await knowClients(world, null, ["max@acme.com"]);
      await inviteMembers(ines, inviting([{ contact: again[0] ?? "" }]));
      const contacts = again.join(",");
      const form = { command: newId(), contacts, group: world.groups.clients };
      expect(await addManyToGroup(ines, AddManyToGroup.parse(form))).toEqual({
        done: [{ status: "added", count: 1 }],
        notDone: [],
        unsent: [{ contact: contacts, name: "max@acme.com", reason: "already invited, not joined yet" }],
      });
    }),
  );

  test(
    "an act repeated with the same command adds nobody twice",
    inWorld(async (world) => {
      const ines = await inWorkspace(world);
      const act = adding(world.groups.clients, [newClient("kim@acme.com")]);
      expect(await addToGroup(ines, act)).toEqual(await addToGroup(ines, act));
      expect(await kinds(world, "kim@acme.com")).toHaveLength(1);
    }),
  );
});

describe("people taken out of a group", () => {
  test(
    "lose exactly what came only from it: membership, invitation and roles held through it",
    inWorld(async (world) => {
      const [kim = ""] = await knowClients(world, world.groups.clients, ["kim@acme.com"]);
      const ines = await inWorkspace(world);
      const { clients } = world.groups;
      await world.pass("2 minutes");
      await removeFromGroup(ines, { group: clients, contacts: [kim, world.id("cleo"), world.id("quinn")] });
      expect(await memberOf(world, "kim@acme.com")).toBeUndefined();
      expect((await world.as("cleo")).workspace.isMember).toBe(true);
      expect((await world.as("quinn")).workspace.isMember).toBe(false);
      const open = sql`select from invitations where org_id = ${world.orgId} and status = 'pending'`;
      expect(await world.db.execute(open)).toHaveLength(0);
    }),
  );

  test(
    "owe no more what the group owes, also who stays as a member by name",
    inWorld(async (world) => {
      const [ines, cleo] = [await world.as("ines"), await world.as("cleo")];
      const holder = [{ group: world.groups.clients }];
      await assignRole(ines, { command: newId(), role: world.roles.signatory, people: holder });
      const isTheirs = async () => (await getWorkspace(cleo)).actions[0]?.isMine;
      expect(await isTheirs()).toBe(true);
      await removeFromGroup(ines, { group: world.groups.clients, contacts: [world.id("cleo")] });
      expect(await isTheirs()).toBe(false);
      await expect(completeAction(cleo, { action: world.actions.upload })).rejects.toMatchObject({
        code: "conflict",
      });
      expect((await world.as("cleo")).workspace.isMember).toBe(true);
    }),
  );

  test(
    "keep a role that was given to them by name, since that made them members by name",
    inWorld(async (world) => {
      const ines = await inWorkspace(world);
      const quinn = { contact: world.id("quinn") };
      await assignRole(ines, { command: newId(), role: world.roles.signatory, people: [quinn] });
      await removeFromGroup(ines, { group: world.groups.clients, contacts: [world.id("quinn")] });
      expect((await world.as("quinn")).workspace.isMember).toBe(true);
    }),
  );

  test(
    "are recorded in the workspace and in the organization, like those who come",
    inWorld(async (world) => {
      const ines = await inWorkspace(world);
      await addToGroup(ines, adding(world.groups.clients, [newClient("kim@acme.com")]));
      await removeFromGroup(ines, { group: world.groups.clients, contacts: [world.id("quinn")] });
      const rows = await world.db.execute<{ kind: string; inside: boolean }>(sql`
        select kind, workspace_id is not null as inside from activity where org_id = ${world.orgId} order by id`);
      expect([...rows]).toEqual([
        { kind: "members_added", inside: true },
        { kind: "group_added", inside: true },
        { kind: "group_people_added", inside: false },
        { kind: "members_invited", inside: true },
        { kind: "members_left", inside: true },
        { kind: "group_people_removed", inside: false },
      ]);
    }),
  );
});
