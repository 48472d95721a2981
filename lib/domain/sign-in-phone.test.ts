import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { selectSessionUser } from "@/db/queries/sessions";
import { sessions, userAddresses, users } from "@/db/schema";
import { addContact, ask, digitsOf, LAPTOP, newestCode, sent } from "@/tests/codes";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { hashSecret } from "./secret";
import { getPendingCode, redeemCode } from "./sign-in";

await useDatabase();

const KNOWN = "+13125550142";
const UNKNOWN = "+12065550142";

const hold = (world: World) =>
  world.db
    .insert(userAddresses)
    .values({ address: KNOWN, kind: "phone", userId: world.userOf("cleo"), verifiedAt: sql`now()` });

const redeem = async (world: World) =>
  redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf((await newestCode(world)).id) });

test.each(["+1 312 555 0142", "(312) 555-0142", "0013125550142", " 3125550142 "])(
  "typed as %s, the number signs its owner in",
  (typed) =>
    inWorld(async (world) => {
      await hold(world);
      await ask(world, typed);
      expect(await sent(world, KNOWN)).toMatchObject([{ channel: "sms", priority: 0 }]);
      const { userId, secret } = await redeem(world);
      expect(userId).toBe(world.userOf("cleo"));
      expect(await selectSessionUser(world.db, hashSecret(secret))).toBe(userId);
    })(),
);

test(
  "somebody invited by phone may sign in before they accept, and owns the number from then on",
  inWorld(async (world) => {
    await addContact(world, { name: "Kim Lee", phone: KNOWN });
    await ask(world, KNOWN);
    const { userId } = await redeem(world);
    const own = await world.db.select().from(userAddresses);
    expect(own.filter((one) => one.userId === userId)).toMatchObject([{ address: KNOWN, kind: "phone" }]);
  }),
);

test(
  "a number nobody knows gets the same answers, up to the same limits, no message and no session",
  inWorld(async (world) => {
    await hold(world);
    const users0 = await world.db.$count(users);
    const answersOf = async (address: string) => {
      const answers: unknown[] = [];
      for (let i = 0; i < 4; i++)
        answers.push(
          await ask(world, address, { ip: "203.0.113.50" }).catch(({ message }: Error) => message),
        );
      const pending = await getPendingCode(world.visitor(), LAPTOP.browserHash);
      return [...answers, pending?.address === address];
    };
    expect(await answersOf(UNKNOWN)).toEqual(await answersOf(KNOWN));
    expect([(await sent(world, UNKNOWN)).length, (await sent(world, KNOWN)).length]).toEqual([0, 3]);
    await ask(world, "+12065550143");
    await expect(redeem(world)).rejects.toThrow("not signed in");
    expect([await world.db.$count(users), await world.db.$count(sessions)]).toEqual([users0, 0]);
  }),
);
