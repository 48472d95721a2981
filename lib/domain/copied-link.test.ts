import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { digitsOf, LAPTOP, newestCode, sent } from "@/tests/codes";
import { kim, tokenFor } from "@/tests/kim";
import { copiedToken, isAlive, isProven, squat } from "@/tests/squatting";
import { inScene, useDatabase } from "@/tests/world";
import { joinByLink } from "./accept";
import { addAddress, askForAddress, getAccount } from "./account";
import { createContact } from "./add-contacts";
import { askInstead, declineOffer, requestNewLink } from "./answer-offer";
import { UpdateContact, updateContact } from "./contact-details";
import { getContact } from "./contacts";
import { handOver } from "./hand-over";
import { newId } from "./id";
import { cancelInvitation, replaceLink } from "./invitations";
import { mergeContacts } from "./merge";
import { readOffer } from "./offer";
import { openSession } from "./sessions";

await useDatabase();

const KIM = "kim@acme.com";
const PHONE_NUMBER = "+13125550142";

test(
  "the link that is copied is not the link of the message; both open the same page",
  inScene(async (scene) => {
    const [copied, inMessage] = [await copiedToken(scene), await tokenFor(scene)];
    expect(copied).not.toBe(inMessage);
    const { isSent, ...page } = { isSent: null, ...(await readOffer(scene.visitor(), copied)) };
    expect(await readOffer(scene.visitor(), inMessage)).toEqual({ ...page, isSent: true });
    expect(isSent).toBe(false);
  }),
);

test(
  "a copied link works without any message: account, membership and session, and the address is unproven",
  inScene(async (scene) => {
    await scene.db.execute(sql`delete from messages where org_id = ${scene.orgId}`);
    const { secret } = await squat(scene);
    expect(await kim(scene)).toEqual({ status: "accepted", joined: true, users: 1, sessions: 1 });
    expect([await isAlive(scene, secret), await isProven(scene)]).toEqual([true, false]);
    expect((await scene.outbox()).filter(({ address }) => address === KIM)).toEqual([]);
  }),
);

test(
  "the link of a message proves the address of the account it makes",
  inScene(async (scene) => {
    await joinByLink(scene.visitor(), { token: await tokenFor(scene) });
    expect(await isProven(scene)).toBe(true);
  }),
);

test.each([
  ["replaced", async (scene) => replaceLink(await scene.as("ada"), { invitation: scene.kimInvitation })],
  [
    "cancelled",
    async (scene) => cancelInvitation(await scene.as("ada"), { invitation: scene.kimInvitation }),
  ],
  ["run out", async (scene) => scene.pass("15 days")],
  ["declined by the other", async (scene) => declineOffer(scene.visitor(), await tokenFor(scene))],
  ["used by the other", async (scene) => joinByLink(scene.visitor(), { token: await tokenFor(scene) })],
] satisfies [string, (scene: Parameters<typeof kim>[0]) => Promise<unknown>][])(
  "a copied link dies with the link of the message: %s",
  (_, end) =>
    inScene(async (scene) => {
      const token = await copiedToken(scene);
      await end(scene);
      expect(await joinByLink(scene.visitor(), { token })).toEqual({ state: "dead" });
    })(),
);

test(
  "who has a copied link that has run out can ask for a new one, which goes to the invited address",
  inScene(async (scene) => {
    const token = await copiedToken(scene);
    await scene.pass("15 days");
    await requestNewLink(scene.visitor(), token);
    const messages = (await scene.outbox()).filter(({ kind }) => kind === "invitation");
    expect(messages.at(-1)).toMatchObject({ address: KIM, number: 2 });
  }),
);

test(
  "while its only address is unproven an account gets no second one; a code proves it and ends all other sessions",
  inScene(async (scene) => {
    const { userId, secret } = await squat(scene);
    const self = await scene.inOrganization("cleo");
    const ctx = { ...self, actor: { ...self.actor, userId, contactId: scene.kim, address: KIM } };
    const field = "Confirm kim@acme.com first: have a code sent to it, and enter it here.";
    await expect(askForAddress(ctx, { ...LAPTOP, address: PHONE_NUMBER })).rejects.toMatchObject({
      fields: { address: field },
    });
    expect(await sent(scene, PHONE_NUMBER)).toEqual([]);
    expect((await getAccount(ctx)).unproven).toBe(KIM);
    await askForAddress(ctx, { ...LAPTOP, address: KIM });
    expect((await sent(scene, KIM)).at(-1)).toMatchObject({
      kind: "sign_in_code",
      values: { withLink: false },
    });
    const digits = digitsOf((await newestCode(scene)).id);
    const added = await addAddress(ctx, { ...LAPTOP, digits });
    expect(added).toEqual({ address: KIM, secret: expect.any(String) });
    const alive = [secret, added.secret ?? ""].map((one) => isAlive(scene, one));
    expect(await Promise.all(alive)).toEqual([false, true]);
    expect(await getAccount(ctx)).toMatchObject({ addresses: [KIM], unproven: null });
  }),
);

test(
  "a code for a second address that was asked for earlier adds none while the first is unproven",
  inScene(async (scene) => {
    const { userId } = await squat(scene);
    const self = await scene.inOrganization("cleo");
    await askForAddress(self, { ...LAPTOP, address: PHONE_NUMBER });
    const ctx = { ...self, actor: { ...self.actor, userId, contactId: scene.kim } };
    const digits = digitsOf((await newestCode(scene)).id);
    await expect(addAddress(ctx, { ...LAPTOP, digits })).rejects.toThrow(
      "Confirm kim@acme.com first: have a code sent to it, and enter it here. Nothing was added.",
    );
    expect((await getAccount(ctx)).addresses).toEqual([KIM]);
  }),
);

test(
  "a code for it that is entered into another account is refused, and proves nothing there either",
  inScene(async (scene) => {
    const { secret } = await squat(scene);
    const cleo = await scene.inOrganization("cleo");
    const own = await openSession(scene.db, scene.userOf("cleo"));
    await askForAddress(cleo, { ...LAPTOP, address: KIM });
    const digits = digitsOf((await newestCode(scene)).id);
    await expect(addAddress(cleo, { ...LAPTOP, digits })).rejects.toThrow(
      "This address opens another account of yours.",
    );
    const alive = [secret, own].map((one) => isAlive(scene, one));
    expect([...(await Promise.all(alive)), await isProven(scene)]).toEqual([true, true, false]);
  }),
);

test(
  "nobody asks an inviter in the name of an address they have not proven",
  inScene(async (scene) => {
    const { userId } = await squat(scene);
    const zoes = { ...scene, kimInvitation: await zoesInvitation(scene) };
    const before = await scene.census();
    await expect(askInstead(scene.visitor(userId), await tokenFor(zoes))).rejects.toThrow(
      "You have not confirmed kim@acme.com yet: sign in with a code sent to it, then ask again. Nothing was sent.",
    );
    expect(await scene.census()).toEqual(before);
  }),
);

test(
  "the address belongs to that account all the same: nobody changes it from outside",
  inScene(async (scene) => {
    await squat(scene);
    const ines = await scene.inOrganization("ines");
    expect(await getContact(ines, { contact: scene.kim })).toMatchObject({ lockedAddresses: [KIM] });
    const change = UpdateContact.parse({ contact: scene.kim, name: "Kim Lee", email: "ines@acme.com" });
    await expect(updateContact(ines, change)).rejects.toThrow("account of Kim Lee");
  }),
);

test(
  "who joined by a copied link becomes no owner; nor an admin, by being merged with an admin who has not joined",
  inScene(async (scene) => {
    await squat(scene);
    const [from, to] = [scene.id("omar"), scene.kim];
    await expect(handOver(await scene.as("ada"), { from, to })).rejects.toMatchObject({
      fields: { to: "Kim Lee is a client. Choose an internal user." },
    });
    const admin = await scene.inOrganization("ada");
    const { id } = await createContact(admin, {
      ...{ kind: "internal", isAdmin: true, name: "Zoe Ito", email: "zoe@home.example", phone: null },
      ...{ company: null, title: null, language: null },
    });
    const zoes = { ...scene, kimInvitation: await zoesInvitation(scene) };
    await joinByLink(scene.visitor(), { token: await copiedToken(zoes, "ada") });
    await mergeContacts(admin, { keep: id, drop: scene.zoe });
    const [now] = await scene.db.execute(sql`select is_admin, user_id is not null as joined from contacts
      where org_id = ${scene.orgId} and id = ${id}`);
    expect(now).toEqual({ is_admin: false, joined: true });
  }),
);

async function zoesInvitation({ db, orgId, zoe }: Parameters<typeof kim>[0]): Promise<string> {
  const [row] = await db.execute<{ id: string }>(
    sql`select id from invitations where org_id = ${orgId} and contact_id = ${zoe}`,
  );
  return row?.id ?? "";
}

test(
  "an address whose row does not say it was proven is not, and a user has one such at most",
  inScene(async ({ db, userOf }) => {
    const give = (address: string) =>
      db.execute(
        sql`insert into user_addresses (address, kind, user_id) values (${address}, 'email', ${userOf("cleo")})`,
      );
    const proven = async () => {
      const rows = await db.execute(sql`select from proven_addresses where user_id = ${userOf("cleo")}`);
      return rows.length;
    };
    expect(await proven()).toBe(1);
    await give(`${newId()}@home.example`);
    expect(await proven()).toBe(1);
    await expect(give(`${newId()}@home.example`)).rejects.toMatchObject({
      cause: { code: "23505", constraint_name: "user_addresses_unproven" },
    });
  }),
);
