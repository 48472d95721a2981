import { expect, test } from "vitest";
import { digitsOf, LAPTOP, newestCode, PHONE, sent } from "@/tests/codes";
import { KIMS_NUMBER, kim, OPEN, reachByPhone, tokenFor } from "@/tests/kim";
import { type Scene, setScene } from "@/tests/scene";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { joinAsUser, joinByLink, joinProven } from "./accept";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { readOffer } from "./offer";
import { redeemCode, requestCode } from "./sign-in";
import { createUserWithAddress } from "./users";

await useDatabase();

const NUMBER = KIMS_NUMBER;

async function setPhoneScene(world: World): Promise<Scene> {
  const scene = await setScene(world);
  await reachByPhone(scene);
  return scene;
}

const account = (world: World) =>
  createUserWithAddress(world.db, { address: NUMBER, kind: "phone", name: "Kim", isProven: true });

/** As the page of an invitation asks: no link, whoever the number belongs to. */
const askOnPage = (world: World, visitor = LAPTOP) =>
  requestCode(world.visitor(), { ...visitor, address: NUMBER, next: null, withLink: false, anybody: true });

type Seen = "nobody" | "same" | "other";
const CODE = { state: "code", address: NUMBER };
const JOINED = { state: "joined", secret: null };

const table: [Seen, boolean, object][] = [
  ["nobody", false, CODE],
  ["nobody", true, CODE],
  ["same", true, JOINED],
  ["other", false, { state: "other" }],
  ["other", true, { state: "other" }],
];

test.each(table)("signed in: %s, number with account: %s", (seen, hasAccount, expected) =>
  inWorld(async (world) => {
    const scene = await setPhoneScene(world);
    const own = hasAccount ? (await account(world)).userId : null;
    const userId = { nobody: null, same: own, other: world.userOf("quinn") }[seen];
    const token = await tokenFor(scene);
    const before = await world.census();
    expect(await readOffer(world.visitor(userId), token)).toMatchObject({
      state: "open",
      visitor: seen,
      needsCode: seen === "nobody",
    });
    expect(await joinByLink(world.visitor(userId), { token })).toMatchObject(expected);
    const isJoined = expected === JOINED;
    expect(await kim(scene)).toMatchObject(isJoined ? { status: "accepted", joined: true } : OPEN);
    if (!isJoined) expect(await world.census()).toEqual(before);
  })(),
);

test.each([true, false])("the code, then the link, joins (number with account: %s)", (hasAccount) =>
  inWorld(async (world) => {
    const scene = await setPhoneScene(world);
    const own = hasAccount ? (await account(world)).userId : null;
    const token = await tokenFor(scene);
    await askOnPage(world);
    expect(await sent(world, NUMBER)).toMatchObject([{ channel: "sms", values: { withLink: false } }]);
    const proven = await redeemCode(world.visitor(), {
      ...LAPTOP,
      digits: digitsOf((await newestCode(world)).id),
      anybody: true,
    });
    if (own) expect(proven.userId).toBe(own);
    expect(await joinProven(world.visitor(), { token, userId: proven.userId })).toMatchObject(JOINED);
    expect(await kim(scene)).toEqual({ status: "accepted", joined: true, users: 1, sessions: 1 });
  })(),
);

test(
  "a link that was passed on gives nothing on another device: not the code, not the place",
  inWorld(async (world) => {
    const scene = await setPhoneScene(world);
    const token = await tokenFor(scene);
    await askOnPage(world);
    const digits = digitsOf((await newestCode(world)).id);
    await expect(redeemCode(world.visitor(), { ...PHONE, digits, anybody: true })).rejects.toThrow(
      "not signed in",
    );
    expect(await joinByLink(world.visitor(), { token })).toEqual(CODE);
    expect(await kim(scene)).toEqual({ ...OPEN, users: 0, sessions: 0 });
  }),
);

test(
  "once the person has joined, the link is dead for whoever else holds it",
  inWorld(async (world) => {
    const scene = await setPhoneScene(world);
    const token = await tokenFor(scene);
    const { userId } = await account(world);
    await joinProven(world.visitor(), { token, userId });
    expect(await joinByLink(world.visitor(), { token })).toEqual({ state: "dead" });
    expect(await readOffer(world.visitor(userId), token)).toMatchObject({ state: "joined" });
  }),
);

test(
  "signed in by phone, the invited person accepts from their own list; nobody else does",
  inWorld(async (world) => {
    const scene = await setPhoneScene(world);
    const { userId } = await account(world);
    const it = { orgId: world.orgId, invitationId: scene.kimInvitation };
    await expect(joinAsUser(world.visitor(world.userOf("cleo")), it)).rejects.toMatchObject({
      code: "not_found",
    });
    await joinAsUser(world.visitor(userId), it);
    expect(await kim(scene)).toMatchObject({ status: "accepted", joined: true });
  }),
);

test(
  "inviting a number writes one text message",
  inWorld(async (world) => {
    const people = [{ address: "(312) 555-0142", kind: "client" as const }];
    await inviteMembers(await world.as("ines"), { command: newId(), people, note: null });
    expect(await world.outbox()).toMatchObject([
      { kind: "invitation", channel: "sms", address: NUMBER, state: "queued" },
    ]);
  }),
);
