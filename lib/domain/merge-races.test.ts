import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts } from "@/db/schema";
import { inviting, linkOf } from "@/tests/inviting";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { joinByLink } from "./accept";
import { addToGroup } from "./group-people";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { mergeContacts } from "./merge";

await useDatabase();

async function know(world: World, address: { email: string } | { phone: string }): Promise<string> {
  const id = newId();
  await world.db
    .insert(contacts)
    .values({ orgId: world.orgId, id, kind: "client", sortKey: Object.values(address)[0] ?? "", ...address });
  return id;
}

/** All there is of a person, by the addresses that were theirs. */
const all = async (world: World, keep: string, drop: string) => {
  const [found] = await world.db.execute(sql`
    select (select count(*)::int from contacts where org_id = ${world.orgId} and id in (${keep}, ${drop})) as contacts,
      (select json_agg(joined_at is not null) from members where org_id = ${world.orgId} and contact_id = ${keep}) as joined,
      (select json_agg(status || ' ' || generation) from invitations where org_id = ${world.orgId} and contact_id = ${keep})
        as invitations,
      (select email from contacts where org_id = ${world.orgId} and id = ${keep}) as email,
      (select count(*)::int from contacts c join sessions s on s.user_id = c.user_id
        where c.org_id = ${world.orgId} and c.id = ${keep}) as sessions,
      (select data ->> 'addresses' from activity where org_id = ${world.orgId} and contact_id = ${keep}
        and kind = 'contacts_merged') as lost`);
  return found;
};

/** A little later now and then, so that either comes first. */
const lag = (round: number) => wait([0, 1, 3, 6, 10][round % 5] ?? 0);

const ROUNDS = 50;

test(
  "merging while the dropped one accepts ends as if one had come after the other, and nobody is lost",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    for (let round = 0; round < ROUNDS; round++) {
      const email = `kim${round}@acme.com`;
      const keep = await know(world, { email });
      const drop = await know(world, { email: `kim${round}@gmail.example` });
      await inviteMembers(ada, inviting([{ contact: drop }]));
      const token = await linkOf(world, drop);
      const [accepted, merged] = await Promise.allSettled([
        lag(round).then(() => joinByLink(world.visitor(), { token })),
        lag(round + round / 5).then(() => mergeContacts(ada, { keep, drop })),
      ]);
      expect(merged).toMatchObject({ status: "fulfilled" });
      expect(accepted).toMatchObject({ status: "fulfilled" });
      const isJoined = accepted.status === "fulfilled" && accepted.value.state === "joined";
      const one = { contacts: 1 };
      expect(await all(world, keep, drop)).toEqual(
        isJoined
          ? {
              ...one,
              joined: [true],
              invitations: ["accepted 1"],
              email: `kim${round}@gmail.example`,
              sessions: 1,
              lost: JSON.stringify([email]),
            }
          : {
              ...one,
              joined: [false],
              invitations: ["pending 2"],
              email,
              sessions: 0,
              lost: JSON.stringify([`kim${round}@gmail.example`]),
            },
      );
    }
  }),
  60_000,
);

test(
  "an address that is kept is followed to the kept contact: accepting while merging always joins",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    for (let round = 0; round < ROUNDS; round++) {
      const keep = await know(world, { phone: `+1415555${String(round).padStart(4, "0")}` });
      const drop = await know(world, { email: `lee${round}@acme.com` });
      await inviteMembers(ada, inviting([{ contact: drop }]));
      const token = await linkOf(world, drop);
      const [accepted, merged] = await Promise.all([
        lag(round).then(() => joinByLink(world.visitor(), { token })),
        lag(round + round / 5).then(() => mergeContacts(ada, { keep, drop })),
      ]);
      expect(accepted.state).toBe("joined");
      expect(merged.id).toBe(keep);
      expect(await all(world, keep, drop)).toEqual({
        ...{ contacts: 1, joined: [true], invitations: ["accepted 1"], email: `lee${round}@acme.com` },
        ...{ sessions: 1, lost: "[]" },
      });
    }
  }),
  60_000,
);

test(
  "inviting and adding to a group while merging: the person is where they should be, once",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    for (let round = 0; round < 20; round++) {
      const keep = await know(world, { phone: `+1415556${String(round).padStart(4, "0")}` });
      const drop = await know(world, { email: `jo${round}@acme.com` });
      const people = [{ address: `jo${round}@acme.com`, kind: "client" as const }];
      const group = world.groups.clients;
      const [invited, added, merged] = await Promise.allSettled([
        lag(round).then(() => inviteMembers(ada, inviting(people))),
        lag(round + 2).then(() => addToGroup(ada, { command: newId(), group, people, isQuiet: true })),
        lag(round + round / 5).then(() => mergeContacts(ada, { keep, drop })),
      ]);
      expect([invited.status, added.status, merged.status]).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
      const [now] = await world.db.execute(sql`
        select (select count(*)::int from contacts where org_id = ${world.orgId} and email = ${`jo${round}@acme.com`}) as people,
          (select count(*)::int from members where org_id = ${world.orgId} and contact_id = ${keep}) as members,
          (select count(*)::int from group_members where org_id = ${world.orgId} and contact_id = ${keep}) as groups`);
      expect(now).toEqual({ people: 1, members: 1, groups: 1 });
    }
  }),
  60_000,
);
