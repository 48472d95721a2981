import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { digitsOf, newestCode } from "@/tests/codes";
import { inviting, newClient } from "@/tests/inviting";
import { isAlive } from "@/tests/squatting";
import { inOpenWorld, testKeys, useDatabase, type World } from "@/tests/world";
import { joinAsUser, joinByLink } from "./accept";
import { addAddress, askForAddress, MOST_ADDRESSES } from "./account";
import type { WorkspaceContext } from "./context";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { createWelcomeUser } from "./provider-accounts";
import { hashSecret } from "./secret";
import { openSession } from "./sessions";
import { redeemCode, requestCode } from "./sign-in";
import { makeToken, newestKey } from "./token";

await useDatabase();

/** Somebody new, with an invitation from here; both its links. */
async function invited(ctx: WorkspaceContext, address = `${newId()}@acme.com`) {
  await inviteMembers(ctx, inviting([newClient(address)]));
  const [row] = await ctx.db.execute<{ id: string }>(sql`select id from invitations
    where org_id = ${ctx.org.id} and address = ${address}`);
  const id = row?.id ?? "";
  const linkFor = (purpose: "invite" | "handed-invite") =>
    makeToken(testKeys, newestKey(testKeys), purpose, { organization: ctx.org.number, id }, 1);
  return { address, id, copied: linkFor("handed-invite"), sent: linkFor("invite") };
}

/** Which account the address opens, and what has become of the invitation. */
const standing = async (world: World, { address, id }: { address: string; id: string }) => {
  const [row] = await world.db.execute<{
    userId: string;
    isProven: boolean;
    status: string;
    contact: string | null;
  }>(sql`
    select a.user_id as "userId", a.verified_at is not null as "isProven", i.status, c.user_id as contact
    from user_addresses a, invitations i join contacts c on c.org_id = i.org_id and c.id = i.contact_id
    where a.address = ${address} and i.org_id = ${world.orgId} and i.id = ${id}`);
  return row;
};

/** A browser with a code for the address; each is on no network that is known. */
async function browserOf(world: World, address: string) {
  const browser = { browserHash: hashSecret(address), ip: null };
  await requestCode(world.visitor(), { ...browser, address, next: null });
  return { ...browser, digits: digitsOf((await newestCode(world, { ...browser, ip: "" })).id) };
}

type Owner = { userId: string; secret: string };

const proofs: [string, (world: World, address: string) => Promise<() => Promise<Owner>>][] = [
  [
    "by a code",
    async (world, address) => {
      const browser = await browserOf(world, address);
      return () => redeemCode(world.visitor(), browser);
    },
  ],
  [
    "by a provider",
    async (world, address) => async () => {
      const userId = await createWelcomeUser(world.visitor(), { email: address, givenName: null });
      return { userId, secret: await openSession(world.db, userId) };
    },
  ],
];

/** A little later now and then, so that either comes first. */
const lag = (round: number) => wait([0, 2, 6, 15][Math.floor(round) % 4] ?? 0);

const ROUNDS = 24;

test.each(proofs)(
  "who accepts by a copied link while the owner proves the address %s keeps no session: the owner has the one account",
  (_, prepare) =>
    inOpenWorld(async (world) => {
      for (let round = 0; round < ROUNDS; round++) {
        const one = await invited(await world.as("ada"));
        const prove = await prepare(world, one.address);
        const [squatter, owner] = await Promise.allSettled([
          lag(round).then(() => joinByLink(world.visitor(), { token: one.copied })),
          lag(round / 4).then(prove),
        ]);
        if (owner.status === "rejected") throw owner.reason;
        const end = squatter.status === "fulfilled" ? squatter.value.state : squatter.reason.code;
        const isIn = end === "joined";
        const { userId } = owner.value;
        expect(await standing(world, one)).toEqual({
          ...{ userId, isProven: true, status: isIn ? "accepted" : "pending", contact: isIn ? userId : null },
        });
        const secrets =
          squatter.status === "fulfilled" && squatter.value.state === "joined" ? squatter.value.secret : "";
        expect([await isAlive(world, secrets ?? ""), await isAlive(world, owner.value.secret)]).toEqual([
          false,
          true,
        ]);
        if (isIn) continue;
        await joinAsUser(world.visitor(userId), { orgId: world.orgId, invitationId: one.id });
      }
    })(),
);

test(
  "of two who accept by links to one address, copied and sent, one gets the account, and which link it was decides",
  inOpenWorld(async (world) => {
    for (let round = 0; round < ROUNDS; round++) {
      const here = await invited(await world.as("ada"));
      const there = await invited(await world.asOtto(), here.address);
      const [copied, sent] = await Promise.allSettled([
        lag(round).then(() => joinByLink(world.visitor(), { token: here.copied })),
        lag(round / 4).then(() => joinByLink(world.visitor(), { token: there.sent })),
      ]);
      const states = [copied, sent].map((end) =>
        end.status === "fulfilled" ? end.value.state : end.reason.code,
      );
      expect(states.filter((state) => state === "joined")).toHaveLength(1);
      expect(states).toContainEqual(expect.stringMatching(/^(?:conflict|code)$/));
      expect(await standing(world, here)).toMatchObject(
        states[0] === "joined"
          ? { isProven: false, status: "accepted" }
          : { isProven: true, status: "pending", contact: null },
      );
    }
  }),
);

test(
  "an address that is accepted for and added to another account at once opens one of the two, not both",
  inOpenWorld(async (world) => {
    const cleo = await world.inOrganization("cleo");
    for (let round = 0; round < MOST_ADDRESSES - 1; round++) {
      const one = await invited(await world.as("ada"));
      const browser = { browserHash: hashSecret(one.address), ip: null };
      await askForAddress(cleo, { ...browser, address: one.address });
      const digits = digitsOf((await newestCode(world, { ...browser, ip: "" })).id);
      const [squatter, added] = await Promise.allSettled([
        lag(round).then(() => joinByLink(world.visitor(), { token: one.copied })),
        lag(round / 4).then(() => addAddress(cleo, { ...browser, digits })),
      ]);
      const isIn = squatter.status === "fulfilled" && squatter.value.state === "joined";
      expect(added.status).toBe(isIn ? "rejected" : "fulfilled");
      const now = await standing(world, one);
      expect([now?.isProven, now?.userId === cleo.actor.userId]).toEqual([!isIn, !isIn]);
    }
  }),
);
