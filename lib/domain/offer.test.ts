import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { KIMS_NUMBER, kim, OPEN, reachByPhone, tokenFor } from "@/tests/kim";
import { type Scene, setScene } from "@/tests/scene";
import { inWorld, testKeys, useDatabase } from "@/tests/world";
import { joinByLink, joinProven } from "./accept";
import { declineOffer, requestNewLink, stopInvitations } from "./answer-offer";
import { cancelInvitation, replaceLink } from "./invitations";
import { readOffer } from "./offer";
import { makeToken, newestKey } from "./token";
import { createUserWithAddress } from "./users";

await useDatabase();

/** The token with one character in the middle changed. */
const mangled = (token: string) => `${token.slice(0, 40)}${token[40] === "A" ? "B" : "A"}${token.slice(41)}`;

const kills: [string, (scene: Scene) => Promise<unknown>][] = [
  [
    "cancelled",
    async (scene) => cancelInvitation(await scene.as("ada"), { invitation: scene.kimInvitation }),
  ],
  ["replaced", async (scene) => replaceLink(await scene.as("ada"), { invitation: scene.kimInvitation })],
  ["expired", (scene) => scene.pass("15 days")],
  ["declined", async (scene) => declineOffer(scene.visitor(), await tokenFor(scene))],
  [
    "of an archived workspace",
    (scene) => scene.db.execute(sql`update workspaces set archived_at = now() where org_id = ${scene.orgId}`),
  ],
  [
    "of a deactivated inviter",
    (scene) =>
      scene.db.execute(
        sql`update contacts set deactivated_at = now() where org_id = ${scene.orgId} and id = ${scene.id("ada")}`,
      ),
  ],
  [
    "of a deactivated contact",
    (scene) =>
      scene.db.execute(
        sql`update contacts set deactivated_at = now() where org_id = ${scene.orgId} and id = ${scene.kim}`,
      ),
  ],
];
test.each(kills)("%s: nobody joins", (_, kill) =>
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    await kill(scene);
    expect(await readOffer(world.visitor(), token)).toEqual({ state: "dead" });
    expect(await joinByLink(world.visitor(), { token })).toEqual({ state: "dead" });
    expect((await kim(scene))?.joined).toBe(false);
  })(),
);

test.each(kills)("sent by phone and %s: nobody joins, not even who has proven the number", (_, kill) =>
  inWorld(async (world) => {
    const scene = await setScene(world);
    await reachByPhone(scene);
    const token = await tokenFor(scene);
    const owner = { address: KIMS_NUMBER, kind: "phone" as const, name: "Kim", isProven: true };
    const { userId } = await createUserWithAddress(world.db, owner);
    await kill(scene);
    expect(await joinByLink(world.visitor(), { token })).toEqual({ state: "dead" });
    expect(await joinProven(world.visitor(), { token, userId })).toEqual({ state: "dead" });
    expect((await kim(scene))?.joined).toBe(false);
  })(),
);

test(
  "an inviter who is no admin any more cannot make somebody an internal user",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await world.db.execute(
      sql`update contacts set is_admin = false where org_id = ${world.orgId} and id = ${world.id("ada")}`,
    );
    const [zoe] = await world.db.execute<{
      id: string;
      number: number;
    }>(sql`select i.id, o.number from invitations i
        join organizations o on o.id = i.org_id where i.org_id = ${world.orgId} and i.contact_id = ${scene.zoe}`);
    const token = makeToken(
      testKeys,
      newestKey(testKeys),
      "invite",
      { organization: zoe?.number ?? 0, id: zoe?.id ?? "" },
      1,
    );
    expect(await joinByLink(world.visitor(), { token })).toEqual({ state: "dead" });
    expect(await joinByLink(world.visitor(), { token: await tokenFor(scene) })).toMatchObject({
      state: "joined",
    });
  }),
);

test(
  "mangled tokens and tokens of another purpose open nothing",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    const flipped = Array.from(
      token,
      (letter, i) => token.slice(0, i) + (letter === "A" ? "B" : "A") + token.slice(i + 1),
    );
    for (const bad of [
      ...flipped,
      await tokenFor(scene, "stop"),
      await tokenFor(scene, "invite", 2),
      "",
      "x",
      `${token}A`,
    ])
      expect(await joinByLink(world.visitor(), { token: bad })).toEqual({ state: "dead" });
    expect(await kim(scene)).toMatchObject(OPEN);
  }),
);

test(
  "the short link of text messages opens what went to a phone, and asks for a code; of what went by mail nothing",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene, "text-invite");
    expect(await readOffer(world.visitor(), token)).toEqual({ state: "dead" });
    await reachByPhone(scene);
    expect(await readOffer(world.visitor(), token)).toMatchObject({
      state: "open",
      needsCode: true,
      isSent: true,
    });
  }),
);

test(
  "a new link goes to the invited address only, once in ten minutes, and the inviter is told",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await world.pass("15 days");
    const before = (await world.outbox()).length;
    for (let i = 0; i < 3; i++) await requestNewLink(world.visitor(), await tokenFor(scene));
    const sent = (await world.outbox()).slice(before);
    expect(sent.map(({ kind, address }) => [kind, address]).sort()).toEqual([
      ["invitation", "kim@acme.com"],
      ["link_requested", "ada@northwind.example"],
    ]);
    expect((await readOffer(world.visitor(), await tokenFor(scene))).state).toBe("open");
  }),
);

test(
  "no new link for cancelled or accepted invitations, strangers' ids or blocked addresses",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    const before = await world.outbox();
    await requestNewLink(world.visitor(), mangled(token));
    await stopInvitations(world.visitor(), { token: await tokenFor(scene, "stop"), accepts: null });
    await requestNewLink(world.visitor(), token);
    await cancelInvitation(await world.as("ada"), { invitation: scene.kimInvitation });
    await requestNewLink(world.visitor(), token);
    expect(await world.outbox()).toHaveLength(before.length);
  }),
);
