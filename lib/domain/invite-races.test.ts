import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { inviting, newClient, statuses, withoutLimits } from "@/tests/inviting";
import { inOpenWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { assignRole } from "./roles";

const database = await useDatabase();

test(
  "twenty people inviting the same new address at once make one contact, one member, one invitation, one message",
  inOpenWorld(async (world) => {
    const ctx = await world.as("ada");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => inviteMembers(ctx, inviting([newClient("kim@acme.com")]))),
    );
    const all = answers.flatMap(statuses);
    expect(all.filter((status) => status === "invited")).toHaveLength(1);
    expect(all.filter((status) => status === "already_invited")).toHaveLength(19);
    expect(await world.outbox()).toHaveLength(1);
  }),
);

test(
  "of two people filling one role at once one wins, and the other's person is not invited",
  inOpenWorld(async (world) => {
    const ctx = await world.as("ines");
    const assign = (address: string) =>
      assignRole(ctx, { command: newId(), role: world.roles.signatory, people: [newClient(address)] });
    const results = await Promise.allSettled([assign("a@acme.com"), assign("b@acme.com")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await world.outbox()).toHaveLength(1);
  }),
);

test(
  "the number of statements does not grow with the list",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const ctx = { ...(await world.as("ada")), db: counting.db };
    const counted = async (n: number) => {
      const people = Array.from({ length: n }, (_, i) => newClient(`c${n}-${i}@acme.com`));
      const before = statements;
      await inviteMembers(ctx, inviting(people));
      return statements - before;
    };
    await counted(1);
    expect(await counted(2)).toBe(await counted(2_000));
    await counting.close();
  }),
);
