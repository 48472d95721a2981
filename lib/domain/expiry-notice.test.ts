import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { tick, toWhom } from "@/tests/reminding";
import { inWorld, useDatabase } from "@/tests/world";
import { inviteMembers } from "./invite";

await useDatabase();

test(
  "who invited hears two days before the end, once, in one message for everybody in a workspace",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set reminder_days = '{}' where id = ${world.orgId}`);
    const people = ["a", "b", "c"].map((name) => newClient(`${name}@acme.com`));
    await inviteMembers(await world.as("ada"), inviting(people));
    await inviteMembers(await world.as("ines"), inviting([newClient("d@acme.com")]));
    await world.pass("11 days 23 hours");
    expect(await tick(world)).toEqual([]);
    await world.pass("2 hours");
    const sent = await tick(world);
    expect(toWhom(sent).sort()).toEqual([
      "invitations_expiring ada@northwind.example",
      "invitations_expiring ines@northwind.example",
    ]);
    const ofAda = sent.find(({ address }) => address === "ada@northwind.example");
    expect(ofAda?.values).toMatchObject({ count: 3, workspaceName: "Acme onboarding" });
    await world.pass("1 day");
    expect(await tick(world)).toEqual([]);
  }),
);

test(
  "of an invitation for an hour the inviter hears at half of it, and for a joined person never",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set invitation_hours = 1 where id = ${world.orgId}`);
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    await world.pass("28 minutes");
    expect(await tick(world)).toEqual([]);
    await world.pass("2 minutes");
    expect(toWhom(await tick(world))).toEqual(["invitations_expiring ines@northwind.example"]);
  }),
);
