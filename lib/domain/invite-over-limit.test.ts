import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { inviteMembers } from "./invite";
import { listMembers } from "./members";

await useDatabase();

test(
  "a limit of messages keeps nobody out who needs none: a colleague is a member, without a notice",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set member_hourly_limit = 1 where id = ${world.orgId}`);
    const ines = await world.as("ines");
    const people = [newClient("kim@acme.com"), { contact: world.id("noel") }, newClient("lee@acme.com")];
    const answer = await inviteMembers(ines, inviting(people));
    expect(statuses(answer).toSorted()).toEqual(["added", "invited", "over_limit"]);
    const { internal } = await listMembers(ines, {});
    expect(internal.map(({ contactId, isJoined }) => [contactId, isJoined])).toContainEqual([
      world.id("noel"),
      true,
    ]);
    expect((await world.outbox()).map(({ kind, address }) => [kind, address])).toEqual([
      ["invitation", "kim@acme.com"],
    ]);
  }),
);
