import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { inviting, newClient } from "@/tests/inviting";
import { tick, toWhom } from "@/tests/reminding";
import type { Scene } from "@/tests/scene";
import { inScene, inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { inviteToPortal } from "./portal";

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
  "of an invitation for an hour the inviter hears at half of it",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set invitation_hours = 1 where id = ${world.orgId}`);
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    await world.pass("28 minutes");
    expect(await tick(world)).toEqual([]);
    await world.pass("3 minutes");
    expect(toWhom(await tick(world))).toEqual(["invitations_expiring ines@northwind.example"]);
  }),
);

test(
  "who invited to two places hears of each",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set reminder_days = '{}' where id = ${world.orgId}`);
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([newClient("kim@acme.com")]));
    const contacts = await knowClients(world, null, ["lee@acme.com"]);
    await inviteToPortal(ines, { command: newId(), contacts, note: null });
    await world.pass("12 days 1 hour");
    const paths = (await tick(world)).map(({ values }) => [values.workspaceName, values.count, values.path]);
    expect(paths.toSorted()).toEqual([
      [null, 1, "/northwind/contacts"],
      ["Acme onboarding", 1, `/northwind/w/${world.workspaceId}?panel=members`],
    ]);
  }),
);

const needless: [string, (scene: Scene) => unknown][] = [
  [
    "whose link has run out already",
    ({ db, orgId }) =>
      db.execute(sql`
    update invitations set expires_at = now() - interval '1 second' where org_id = ${orgId}`),
  ],
  [
    "to an archived workspace",
    ({ db, orgId }) =>
      db.execute(sql`
    update workspaces set archived_at = now() where org_id = ${orgId}`),
  ],
  [
    "whose message came back",
    ({ db, orgId }) =>
      db.execute(sql`
    update messages set state = 'bounced' where org_id = ${orgId}`),
  ],
];

test.each(needless)("nobody is told of the end of an invitation %s", (_, make) =>
  inScene(async (scene) => {
    await scene.db.execute(sql`update workspaces set reminder_days = '{}' where org_id = ${scene.orgId}`);
    await scene.pass("12 days 1 hour");
    await make(scene);
    expect(await tick(scene)).toEqual([]);
  })(),
);
