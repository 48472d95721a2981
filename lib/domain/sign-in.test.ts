import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { selectSessionUser } from "@/db/queries/sessions";
import { contacts, invitations, sessions, userAddresses, users } from "@/db/schema";
import {
  addContact,
  ask,
  digitsOf,
  LAPTOP,
  later,
  linkOf,
  newestCode,
  PHONE,
  sent,
  wrongDigits,
} from "@/tests/codes";
import { inOpenWorld, inWorld, testKeys, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { hashSecret } from "./secret";
import { closeSession } from "./sessions";
import { getPendingCode, redeemCode, redeemLink, requestCode, resendCode } from "./sign-in";
import { keyRing, makeToken, newestKey } from "./token";

const { url } = await useDatabase();

test(
  "an account gets one message with the code, and the digits sign it in at the page it came for",
  inWorld(async (world) => {
    await ask(world, " Ada@Northwind.example ", { next: "/northwind/w/1?panel=members" });
    const code = await newestCode(world);
    const [message, ...more] = await sent(world, "ada@northwind.example");
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      kind: "sign_in_code",
      channel: "email",
      priority: 0,
      subjectId: code.id,
    });
    expect(message?.values).toEqual({ keyId: newestKey(testKeys), codeId: code.id, withLink: true });
    const signedIn = await redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf(code.id) });
    expect(signedIn).toMatchObject({ userId: world.userOf("ada"), next: "/northwind/w/1?panel=members" });
    expect(await selectSessionUser(world.db, hashSecret(signedIn.secret))).toBe(world.userOf("ada"));
  }),
);

test(
  "an invited contact becomes a user with that address, and the invitation stays open",
  inWorld(async (world) => {
    await addContact(world, { name: "Priya Shah", email: "priya@acme.example" });
    await ask(world, "priya@acme.example");
    const { userId } = await redeemCode(world.visitor(), {
      ...LAPTOP,
      digits: digitsOf((await newestCode(world)).id),
    });
    expect(await world.db.select().from(userAddresses).where(eq(userAddresses.userId, userId))).toMatchObject(
      [{ address: "priya@acme.example", kind: "email" }],
    );
    expect(await world.db.select({ name: users.name }).from(users).where(eq(users.id, userId))).toEqual([
      { name: "Priya Shah" },
    ]);
    const [invitation] = await world.db.select().from(invitations).where(eq(invitations.orgId, world.orgId));
    expect(invitation?.status).toBe("pending");
    const [contact] = await world.db
      .select()
      .from(contacts)
      .where(and(eq(contacts.orgId, world.orgId), eq(contacts.email, "priya@acme.example")));
    expect(contact?.userId).toBeNull();
  }),
);

test(
  "a code works in the browser that asked, and in no other",
  inWorld(async (world) => {
    await ask(world, "ada@northwind.example");
    const { id } = await newestCode(world);
    await expect(redeemCode(world.visitor(), { ...PHONE, digits: digitsOf(id) })).rejects.toThrow(
      "not signed in",
    );
    await expect(
      redeemLink(world.visitor(), { token: linkOf(id), browserHash: PHONE.browserHash }),
    ).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("another browser"),
    });
    expect(
      (await redeemLink(world.visitor(), { token: linkOf(id), browserHash: LAPTOP.browserHash })).userId,
    ).toBe(world.userOf("ada"));
  }),
);

test(
  "five wrong tries end a code, and each says how many are left",
  inWorld(async (world) => {
    await ask(world, "ada@northwind.example");
    const { id } = await newestCode(world);
    const tryDigits = (digits: string) =>
      redeemCode(world.visitor(), { ...LAPTOP, digits }).catch((error) => error.fields.digits);
    for (const left of ["4 tries are", "3 tries are", "2 tries are", "1 try is"])
      expect(await tryDigits(wrongDigits(id))).toContain(`${left} left`);
    const pending = () => getPendingCode(world.visitor(), LAPTOP.browserHash);
    expect(await pending()).toMatchObject({ wrong: expect.stringContaining("1 try is left"), spent: null });
    expect(await tryDigits(wrongDigits(id))).toContain("no longer works");
    expect(await tryDigits(digitsOf(id))).toContain("no longer works");
    expect((await pending())?.spent).toBe("This code no longer works. Send a new one.");
    expect(await world.db.$count(sessions)).toBe(0);
  }),
);

test(
  "code and link live ten minutes by the database's clock",
  inWorld(async (world) => {
    await ask(world, "ada@northwind.example");
    const { id } = await newestCode(world);
    await later(world, "10 minutes 1 millisecond");
    await expect(redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf(id) })).rejects.toThrow(
      "not signed in",
    );
    await expect(
      redeemLink(world.visitor(), { token: linkOf(id), browserHash: LAPTOP.browserHash }),
    ).rejects.toMatchObject({ code: "gone" });
    expect(await getPendingCode(world.visitor(), LAPTOP.browserHash)).toBeNull();
    await later(world, "-1 second");
    expect((await redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf(id) })).userId).toBe(
      world.userOf("ada"),
    );
  }),
);

test(
  "only the newest code counts, and signing in settles all of this browser's codes",
  inWorld(async (world) => {
    await ask(world, "ada@northwind.example");
    const first = await newestCode(world);
    await world.db.execute(sql`update sign_in_codes set created_at = created_at - interval '1 second'`);
    await resendCode(world.visitor(), LAPTOP);
    const second = await newestCode(world);
    expect(second.id).not.toBe(first.id);
    expect(await sent(world, "ada@northwind.example")).toHaveLength(2);
    await expect(redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf(first.id) })).rejects.toThrow(
      "not signed in",
    );
    await redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf(second.id) });
    await expect(
      redeemLink(world.visitor(), { token: linkOf(first.id), browserHash: LAPTOP.browserHash }),
    ).rejects.toMatchObject({ code: "gone" });
    await expect(resendCode(world.visitor(), LAPTOP)).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "after a change of secrets, codes and links made with the old one work while it is kept",
  inWorld(async (world) => {
    await ask(world, "ada@northwind.example");
    const { id } = await newestCode(world);
    const rotated = {
      ...world.visitor(),
      keys: [...keyRing("a newer secret, also thirty-two characters long"), ...testKeys],
    };
    const dropped = { ...world.visitor(), keys: keyRing("a newer secret, also thirty-two characters long") };
    await expect(
      redeemLink(dropped, { token: linkOf(id), browserHash: LAPTOP.browserHash }),
    ).rejects.toMatchObject({ code: "gone" });
    expect((await redeemCode(rotated, { ...LAPTOP, digits: digitsOf(id) })).userId).toBe(world.userOf("ada"));
  }),
);

test(
  "links of another purpose, organization, id or with a flipped byte open nothing",
  inWorld(async (world) => {
    await ask(world, "ada@northwind.example");
    const { id } = await newestCode(world);
    const key = newestKey(testKeys);
    const right = linkOf(id);
    const forged = [
      makeToken(testKeys, key, "invite", { organization: 0, id }, 1),
      makeToken(testKeys, key, "sign-in", { organization: 1, id }, 1),
      makeToken(testKeys, key, "sign-in", { organization: 0, id }, 2),
      makeToken(testKeys, key, "sign-in", { organization: 0, id: newId() }, 1),
      "",
      "x".repeat(71),
      ...Array.from(
        right,
        (letter, i) => right.slice(0, i) + (letter === "A" ? "B" : "A") + right.slice(i + 1),
      ),
    ];
    for (const token of forged)
      await expect(
        redeemLink(world.visitor(), { token, browserHash: LAPTOP.browserHash }),
      ).rejects.toMatchObject({ code: "gone" });
    expect((await redeemLink(world.visitor(), { token: right, browserHash: LAPTOP.browserHash })).next).toBe(
      "/",
    );
  }),
);

test(
  "a closed session is dead, and closing it twice is no error",
  inWorld(async (world) => {
    await ask(world, "ada@northwind.example");
    const { secret } = await redeemCode(world.visitor(), {
      ...LAPTOP,
      digits: digitsOf((await newestCode(world)).id),
    });
    await closeSession(world.visitor(), hashSecret(secret));
    await closeSession(world.visitor(), hashSecret(secret));
    expect(await selectSessionUser(world.db, hashSecret(secret))).toBeNull();
  }),
);

test(
  "of forty posts at once with the right digits and the link, one signs in",
  inOpenWorld(async (world) => {
    const address = `ada@${world.slug}.example`;
    const visitor = { ...LAPTOP, browserHash: hashSecret(world.slug), ip: `race-${world.slug}` };
    await requestCode(world.visitor(), { ...visitor, address, next: null });
    const { id } = await newestCode(world, visitor);
    const pool = openDatabase(url, { max: 10 });
    const ctx = { ...world.visitor(), db: pool.db };
    const posts = Array.from({ length: 40 }, (_, i) =>
      i % 2
        ? redeemCode(ctx, { ...visitor, digits: digitsOf(id) })
        : redeemLink(ctx, { token: linkOf(id), browserHash: visitor.browserHash }),
    );
    const all = await Promise.allSettled(posts).finally(pool.close);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await world.db.$count(sessions, eq(sessions.userId, world.userOf("ada")))).toBe(1);
  }),
);
