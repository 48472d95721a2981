import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { userAddresses } from "@/db/schema";
import { kim, tokenFor } from "@/tests/kim";
import { setScene } from "@/tests/scene";
import { copiedToken, isAlive, isProven, squat } from "@/tests/squatting";
import { inOpenWorld, testKeys, useDatabase } from "@/tests/world";
import { joinByLink } from "./accept";
import { newId } from "./id";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { makeToken, newestKey } from "./token";
import { proveAddress } from "./users";

const { db } = await useDatabase();

beforeEach(() => db.delete(userAddresses).where(eq(userAddresses.address, "kim@acme.com")));

test(
  "of 200 acceptances at once exactly one succeeds: one account, one session, one membership",
  inOpenWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () => joinByLink(world.visitor(), { token })),
    );
    const joined = results.filter(
      (result) => result.status === "fulfilled" && result.value.state === "joined",
    );
    expect(joined).toHaveLength(1);
    expect(results.filter((result) => result.status === "rejected")).toEqual([]);
    expect(await kim(scene)).toEqual({ status: "accepted", joined: true, users: 1, sessions: 1 });
  }),
);

test(
  "of 200 acceptances at once by both links of an invitation exactly one succeeds, and decides what is proven",
  inOpenWorld(async (world) => {
    const scene = await setScene(world);
    const tokens = [await copiedToken(scene), await tokenFor(scene)];
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) => joinByLink(world.visitor(), { token: tokens[i % 2] ?? "" })),
    );
    const joined = results.flatMap((result, i) =>
      result.status === "fulfilled" && result.value.state === "joined" ? [i % 2 === 1] : [],
    );
    expect(joined).toEqual([await isProven(scene)]);
    expect(results.filter((result) => result.status === "rejected")).toEqual([]);
    expect(await kim(scene)).toEqual({ status: "accepted", joined: true, users: 1, sessions: 1 });
  }),
);

test(
  "of 40 proofs at once of an unproven address one ends the sessions before it",
  inOpenWorld(async (world) => {
    const scene = await setScene(world);
    const { userId, secret } = await squat(scene);
    const proofs = Array.from({ length: 40 }, () =>
      world.db.transaction((tx) => proveAddress(tx, { address: "kim@acme.com", userId })),
    );
    expect((await Promise.all(proofs)).filter(Boolean)).toHaveLength(1);
    expect([await isAlive(scene, secret), await isProven(scene)]).toEqual([false, true]);
  }),
);

test(
  "accepting and cancelling at once end in one of the two, never both",
  inOpenWorld(async (world) => {
    for (let round = 0; round < 20; round++) {
      const address = `round${round}@acme.com`;
      const ada = await world.as("ada");
      await inviteMembers(ada, { command: newId(), people: [{ address, kind: "client" }], note: null });
      const [row] = await world.db.execute<{
        id: string;
        number: number;
      }>(sql`select i.id, o.number from invitations i
          join organizations o on o.id = i.org_id where i.org_id = ${world.orgId} and i.address = ${address}`);
      const token = makeToken(
        testKeys,
        newestKey(testKeys),
        "invite",
        { organization: row?.number ?? 0, id: row?.id ?? "" },
        1,
      );
      const [accepted, cancelled] = await Promise.allSettled([
        joinByLink(world.visitor(), { token }),
        cancelInvitation(ada, { invitation: row?.id ?? "" }),
      ]);
      const isJoined = accepted.status === "fulfilled" && accepted.value.state === "joined";
      const [end] = await world.db.execute<{ status: string }>(
        sql`select status from invitations where org_id = ${world.orgId} and id = ${row?.id ?? ""}`,
      );
      expect(end?.status).toBe(isJoined ? "accepted" : "revoked");
      expect(cancelled.status).toBe(isJoined ? "rejected" : "fulfilled");
    }
  }),
);
