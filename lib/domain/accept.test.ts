import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { kim, kimsAccount, OPEN, tokenFor } from "@/tests/kim";
import { setScene } from "@/tests/scene";
import { inWorld, useDatabase } from "@/tests/world";
import { joinAsUser, joinByLink, joinProven } from "./accept";
import { readOffer } from "./offer";
import { createUserWithAddress } from "./users";

await useDatabase();

test(
  "nobody signed in, address without account: account, session, joined at their next action",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const joined = await joinByLink(world.visitor(), { token: await tokenFor(scene) });
    expect(joined).toMatchObject({ state: "joined", secret: expect.any(String) });
    expect(joined).toHaveProperty("path", `/northwind/w/${world.workspaceId}?joined=1#next`);
    expect(await kim(scene)).toEqual({ status: "accepted", joined: true, users: 1, sessions: 1 });
  }),
);

test(
  "nobody signed in, address with account: the link alone opens nothing, a code is asked for",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const { userId } = await kimsAccount(scene);
    const token = await tokenFor(scene);
    expect(await joinByLink(world.visitor(), { token })).toEqual({
      state: "code",
      address: "kim@acme.com",
    });
    expect(await kim(scene)).toMatchObject({ ...OPEN, sessions: 0 });
    expect(await joinProven(world.visitor(), { token, userId })).toMatchObject({
      state: "joined",
      secret: null,
    });
    expect(await kim(scene)).toMatchObject({ status: "accepted", joined: true });
  }),
);

test(
  "signed in as the owner of the address: joins at once",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const { userId } = await kimsAccount(scene);
    expect(await joinByLink(world.visitor(userId), { token: await tokenFor(scene) })).toMatchObject({
      state: "joined",
      secret: null,
    });
  }),
);

test.each([true, false])(
  "signed in as somebody else (address with account: %s): never attached",
  (hasAccount) =>
    inWorld(async (world) => {
      const scene = await setScene(world);
      if (hasAccount) await kimsAccount(scene);
      const token = await tokenFor(scene);
      expect(await joinByLink(world.visitor(world.userOf("quinn")), { token })).toEqual({ state: "other" });
      expect(await joinProven(world.visitor(), { token, userId: world.userOf("quinn") })).toEqual({
        state: "other",
      });
      expect(await kim(scene)).toMatchObject(OPEN);
      expect((await world.as("quinn")).workspace.isMember).toBe(false);
    })(),
);

test(
  "who gives a name and then proves a phone number is called by that name everywhere",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const number = "+14155550134";
    await world.db.execute(sql`update contacts set name = null, email = null, phone = ${number}, sort_key = ${number}
      where org_id = ${world.orgId} and id = ${scene.kim}`);
    await world.db.execute(sql`update invitations set address = ${number}, channel = 'sms'
      where org_id = ${world.orgId} and id = ${scene.kimInvitation}`);
    const token = await tokenFor(scene);
    const { userId } = await createUserWithAddress(world.db, {
      address: number,
      kind: "phone",
      name: number,
      isProven: true,
    });
    await joinProven(world.visitor(), { token, userId, givenName: "Kim Lee" });
    const [named] =
      await world.db.execute(sql`select c.name, c.sort_key as key, u.name as "userName" from contacts c
      join users u on u.id = c.user_id where c.org_id = ${world.orgId} and c.id = ${scene.kim}`);
    expect(named).toEqual({ name: "Kim Lee", key: "kim lee", userName: "Kim Lee" });
  }),
);

test(
  "a phone number proves itself by a code even without an account",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await world.db.execute(sql`update invitations set address = '+14155550134', channel = 'sms'
        where org_id = ${world.orgId} and id = ${scene.kimInvitation}`);
    expect(await joinByLink(world.visitor(), { token: await tokenFor(scene) })).toEqual({
      state: "code",
      address: "+14155550134",
    });
  }),
);

test(
  "looking changes nothing, however often",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const before = await world.census();
    for (let i = 0; i < 60; i++)
      expect((await readOffer(world.visitor(), await tokenFor(scene))).state).toBe("open");
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "a joined person who is signed in goes straight to the workspace; everybody else finds the link dead",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    await joinByLink(world.visitor(), { token });
    const { userId } = await kimsAccount(scene);
    expect(await readOffer(world.visitor(userId), token)).toMatchObject({ state: "joined" });
    expect(await readOffer(world.visitor(), token)).toEqual({ state: "dead" });
  }),
);

test(
  "the invited person accepts from their own list, others cannot",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const { userId } = await kimsAccount(scene);
    const it = { orgId: world.orgId, invitationId: scene.kimInvitation };
    await expect(joinAsUser(world.visitor(world.userOf("quinn")), it)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await joinAsUser(world.visitor(userId), it)).toMatchObject({
      path: expect.stringContaining(world.workspaceId),
    });
  }),
);
