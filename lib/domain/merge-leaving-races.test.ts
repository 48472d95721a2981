import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { inviting, withoutLimits } from "@/tests/inviting";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { addToGroup, removeFromGroup } from "./group-people";
import { createGroup, deleteGroup, removeGroupFromWorkspace } from "./groups";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { removeMember } from "./members";
import { mergeContacts } from "./merge";
import { undoInvite } from "./undo";

await useDatabase();

const ROUNDS = 8;

/** A little later now and then, so that either comes first. */
const lag = (round: number) => wait([0, 1, 3, 6, 10][round % 5] ?? 0);

/** Two contacts who are one person, and a group that only the one that goes is in. */
async function scene(world: World, round: number) {
  const ada = await world.as("ada");
  const name = `Racing ${round}`;
  const { id: group } = await createGroup(ada, {
    ...{ command: newId(), kind: "client_group", name, description: null, managers: [], people: [] },
  });
  const emails = [`keep${round}@acme.com`, `drop${round}@acme.com`];
  const [keep = "", drop = ""] = await knowClients(world, null, emails);
  await addToGroup(ada, { command: newId(), group, people: [{ contact: drop }], isQuiet: true });
  return { ada, name, group, keep, drop };
}

/** In how many groups and workspaces the one that stays is. */
async function places(world: World, keep: string) {
  const [row] = await world.db.execute<{ groups: number; workspaces: number }>(sql`
    select (select count(*)::int from group_members where org_id = ${world.orgId} and contact_id = ${keep}) as groups,
      (select count(*)::int from members where org_id = ${world.orgId} and contact_id = ${keep}) as workspaces`);
  return row;
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** Merges while something else is under way, over and over; answers what that came to each time. */
async function race(
  world: World,
  { before, act }: { before: (at: Scene) => Promise<unknown>; act: (at: Scene) => Promise<unknown> },
) {
  await withoutLimits(world);
  const ends: { answer: string; at: Awaited<ReturnType<typeof places>> }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const at = await scene(world, round);
    await before(at);
    const [acted, merged] = await Promise.allSettled([
      lag(round).then(() => act(at)),
      lag(round + round / 5).then(() => mergeContacts(at.ada, at)),
    ]);
    expect(merged).toMatchObject({ status: "fulfilled" });
    const answer = acted.status === "fulfilled" ? "done" : String(acted.reason.code);
    ends.push({ answer, at: await places(world, at.keep) });
  }
  return ends;
}

const invite = ({ ada, group }: Scene) => inviteMembers(ada, inviting([{ group }]));

test(
  "taking somebody out of a group while merging them: they are out, or it is said that they are not",
  inOpenWorld(async (world) => {
    const ends = await race(world, {
      before: invite,
      act: ({ ada, group, drop }) => removeFromGroup(ada, { group, contacts: [drop] }),
    });
    for (const { answer, at } of ends)
      expect({ answer, at }).toEqual(
        answer === "done"
          ? { answer, at: { groups: 0, workspaces: 0 } }
          : { answer: "gone", at: { groups: 1, workspaces: 1 } },
      );
  }),
  120_000,
);

test(
  "deleting a group while merging somebody of it: nobody stays where only it brought them",
  inOpenWorld(async (world) => {
    const deleted = await race(world, {
      before: invite,
      act: ({ ada, group, name }) => deleteGroup(ada, { group, name }),
    });
    expect(new Set(deleted.map((end) => JSON.stringify(end)))).toEqual(
      new Set([JSON.stringify({ answer: "done", at: { groups: 0, workspaces: 0 } })]),
    );
  }),
  120_000,
);

test(
  "taking a group out of a workspace while merging somebody of it: nobody stays there",
  inOpenWorld(async (world) => {
    const removed = await race(world, {
      before: invite,
      act: ({ ada, group }) => removeGroupFromWorkspace(ada, { group }),
    });
    expect(new Set(removed.map((end) => JSON.stringify(end)))).toEqual(
      new Set([JSON.stringify({ answer: "done", at: { groups: 1, workspaces: 0 } })]),
    );
  }),
  120_000,
);

test(
  "taking somebody out of a workspace while merging them: they are out, or it is said that they are not",
  inOpenWorld(async (world) => {
    const ends = await race(world, {
      before: async ({ ada, group, drop }) => {
        await removeFromGroup(ada, { group, contacts: [drop] });
        await inviteMembers(ada, inviting([{ contact: drop }]));
        await world.db.execute(sql`update members set joined_at = now()
          where org_id = ${world.orgId} and contact_id = ${drop}`);
        await world.db.execute(sql`update invitations set status = 'revoked', closed_at = now()
          where org_id = ${world.orgId} and contact_id = ${drop}`);
      },
      act: ({ ada, drop }) => removeMember(ada, { contact: drop }),
    });
    for (const { answer, at } of ends)
      expect({ answer, at }).toEqual(
        answer === "done"
          ? { answer, at: { groups: 0, workspaces: 0 } }
          : { answer: "not_found", at: { groups: 0, workspaces: 1 } },
      );
  }),
  120_000,
);

test(
  "taking back an invitation with a role while merging who was invited: both are done, one after the other",
  inOpenWorld(async (world) => {
    const commands = new Map<string, string>();
    const ends = await race(world, {
      before: async ({ ada, group, drop }) => {
        await removeFromGroup(ada, { group, contacts: [drop] });
        const act = inviting([{ contact: drop }], { role: world.roles.signatory });
        commands.set(drop, act.command);
        await world.db.execute(sql`update roles set holder_id = null where org_id = ${world.orgId}`);
        await inviteMembers(ada, act);
      },
      act: ({ ada, drop }) => undoInvite(ada, { command: commands.get(drop) ?? "" }),
    });
    for (const { answer } of ends) expect(["done", "gone"]).toContain(answer);
  }),
  120_000,
);
