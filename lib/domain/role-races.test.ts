import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { newClient, withoutLimits } from "@/tests/inviting";
import { inOpenWorld, testKeys, useDatabase, type World } from "@/tests/world";
import { joinByLink } from "./accept";
import { removeGroupFromWorkspace } from "./groups";
import { newId } from "./id";
import { answerInternalRequest } from "./internal-requests";
import { inviteMembers } from "./invite";
import { removeMember } from "./members";
import { requestInternal } from "./request-internal";
import { assignRole, unassignRole } from "./roles";
import { makeToken, newestKey } from "./token";

await useDatabase();

const ROUNDS = 100;

const holderOf = async ({ db, orgId }: World, role: string) => {
  const [row] = await db.execute<{ id: string | null; address: string | null }>(sql`
    select coalesce(r.holder_id, r.holder_group_id) as id, c.email as address from roles r
    left join contacts c on c.org_id = r.org_id and c.id = r.holder_id
    where r.org_id = ${orgId} and r.id = ${role}`);
  return { id: row?.id ?? null, address: row?.address ?? null };
};

const isKnown = async ({ db, orgId }: World, address: string) => {
  const rows = await db.execute(sql`select from contacts where org_id = ${orgId} and email = ${address}`);
  return rows.length > 0;
};

const reasonOf = (result: PromiseSettledResult<unknown>) =>
  result.status === "rejected" ? (result.reason as Error).message : null;

test(
  "of two people assigning one role at once, and of two handing it over, one wins and the other is told to whom",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    const [ines, ada] = [await world.as("ines"), await world.as("ada")];
    const { signatory: role } = world.roles;
    let holder = "";
    for (let round = 0; round < ROUNDS; round++) {
      const [a, b] = [`a${round}@acme.com`, `b${round}@acme.com`];
      const give = (ctx: typeof ines, address: string) =>
        assignRole(ctx, { command: newId(), role, holder, people: [newClient(address)] });
      const results = await Promise.allSettled([give(ines, a), give(ada, b)]);
      const now = await holderOf(world, role);
      const [winner, loser] = now.address === a ? [0, 1] : [1, 0];
      expect(now.address).toBe([a, b][winner]);
      expect(results[winner]?.status).toBe("fulfilled");
      expect(results[loser] && reasonOf(results[loser])).toBe(
        `Client signatory was just given to ${now.address}. Nothing was changed.`,
      );
      expect(await isKnown(world, [a, b][loser] ?? "")).toBe(false);
      holder = now.id ?? "";
      if (round % 2) {
        await unassignRole(ines, { role, holder });
        holder = "";
      }
    }
  }),
);

/** Invites as many as there are rounds; answers who they are, and the tokens of their links. */
async function inviteMany(world: World): Promise<{ contact: string; token: string }[]> {
  const ada = await world.as("ada");
  const people = Array.from({ length: ROUNDS }, (_, round) => newClient(`kim${round}@acme.com`));
  await inviteMembers(ada, { command: newId(), people, note: null });
  const rows = await world.db.execute<{ id: string; number: number; contact: string }>(sql`
    select i.id, o.number, i.contact_id as contact from invitations i join organizations o on o.id = i.org_id
    where i.org_id = ${world.orgId}`);
  return rows.map(({ id, number, contact }) => ({
    contact,
    token: makeToken(testKeys, newestKey(testKeys), "invite", { organization: number, id }, 1),
  }));
}

test(
  "accepting while the role is handed over, to or away from who accepts, always does both",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    const ines = await world.as("ines");
    const { signatory: role } = world.roles;
    let holder = world.id("cleo");
    await assignRole(ines, { command: newId(), role, people: [{ contact: holder }] });
    for (const [round, { contact, token }] of (await inviteMany(world)).entries()) {
      const isAway = round % 2 === 1;
      const give = (from: string, to: string) =>
        assignRole(ines, { command: newId(), role, holder: from, people: [{ contact: to }] });
      if (isAway) await give(holder, contact);
      const [accepted, given] = await Promise.allSettled([
        joinByLink(world.visitor(), { token }),
        isAway ? give(contact, world.id("cleo")) : give(holder, contact),
      ]);
      expect(accepted).toMatchObject({ status: "fulfilled", value: { state: "joined" } });
      expect(given.status).toBe("fulfilled");
      holder = isAway ? world.id("cleo") : contact;
      expect((await holderOf(world, role)).id).toBe(holder);
    }
  }),
);

test(
  "removing somebody while they are given a role, or while it is taken over from them, leaves no role with them",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    const [ines, ada] = [await world.as("ines"), await world.as("ada")];
    const { signatory: role } = world.roles;
    const cleo = world.id("cleo");
    await assignRole(ines, { command: newId(), role, people: [{ contact: cleo }] });
    for (const [round, { contact }] of (await inviteMany(world)).entries()) {
      const isAway = round % 2 === 1;
      const [from, to] = isAway ? [contact, cleo] : [cleo, contact];
      const give = (holder: string, next: string) =>
        assignRole(ines, { command: newId(), role, holder, people: [{ contact: next }] });
      if (isAway) await give(cleo, contact);
      const [removed, given] = await Promise.allSettled([removeMember(ada, { contact }), give(from, to)]);
      expect(removed.status).toBe("fulfilled");
      const now = (await holderOf(world, role)).id;
      if (isAway) expect(now).toBe(given.status === "fulfilled" ? cleo : null);
      else expect([null, cleo]).toContain(now);
      if (now !== cleo)
        await assignRole(ines, {
          command: newId(),
          role,
          holder: now ?? "",
          people: [{ contact: cleo }],
        });
    }
  }),
);

test(
  "taking a group out while a role goes from one of its people to another ends in one after the other",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    const [ines, ada] = [await world.as("ines"), await world.as("ada")];
    const { signatory: role } = world.roles;
    const { clients: group } = world.groups;
    const [kim = "", lee = ""] = await knowClients(world, group, ["kim@acme.com", "lee@acme.com"]);
    for (let round = 0; round < ROUNDS; round++) {
      await inviteMembers(ada, { command: newId(), people: [{ group }], note: null });
      await assignRole(ines, { command: newId(), role, people: [{ contact: kim }] });
      await world.db.execute(sql`update members set is_direct = false
        where org_id = ${world.orgId} and contact_id = ${kim}`);
      const [removed, given] = await Promise.allSettled([
        removeGroupFromWorkspace(ada, { group }),
        assignRole(ines, { command: newId(), role, holder: kim, people: [{ contact: lee }] }),
      ]);
      expect(removed.status).toBe("fulfilled");
      const now = (await holderOf(world, role)).id;
      expect([null, lee]).toContain(now);
      if (given.status === "rejected")
        expect(reasonOf(given)).toBe("Client signatory was just unassigned. Nothing was changed.");
      if (now) await removeMember(ada, { contact: lee });
    }
  }),
);

test(
  "of two admins answering one request at once one does it, and the other is told that it is done",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    await world.db.execute(sql`update contacts set is_admin = true where org_id = ${world.orgId}
      and id in (${world.id("noel")}, ${world.id("omar")})`);
    const [noel, ada] = [await world.inOrganization("noel"), await world.inOrganization("ada")];
    for (let round = 0; round < 20; round++) {
      const address = `zoe${round}@new.example`;
      await requestInternal(await world.as("ines"), { address });
      const [row] = await world.db.execute<{ id: string }>(sql`select id from activity
        where org_id = ${world.orgId} and kind = 'internal_requested' and data ->> 'address' = ${address}`);
      const at = { workspace: world.workspaceId, request: row?.id ?? "" };
      const results = await Promise.allSettled(
        [noel, ada].map((ctx) => answerInternalRequest(ctx, { ...at, command: newId() })),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(results.map(reasonOf).find(Boolean)).toMatch(
        /^(Noel|Ada) has invited zoe\d+@new\.example already/,
      );
    }
  }),
);

test(
  "the admins asked for one person ten times at once are asked once",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    const ines = await world.as("ines");
    for (let round = 0; round < 5; round++) {
      const address = `zoe${round}@new.example`;
      await Promise.all(Array.from({ length: 10 }, () => requestInternal(ines, { address })));
      const [row] = await world.db.execute<{ requests: number; messages: number }>(sql`select
        (select count(*)::int from activity where org_id = ${world.orgId} and kind = 'internal_requested'
          and data ->> 'address' = ${address}) as requests,
        (select count(*)::int from messages where org_id = ${world.orgId} and kind = 'internal_requested'
          and "values" ->> 'address' = ${address}) as messages`);
      expect(row).toEqual({ requests: 1, messages: 1 });
    }
  }),
);
