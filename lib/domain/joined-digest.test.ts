import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { tokenFor } from "@/tests/kim";
import { type Scene, setScene } from "@/tests/scene";
import { inScene, inWorld, testKeys, testSms, useDatabase, type World } from "@/tests/world";
import { joinByLink } from "./accept";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { sendDigests } from "./joined-digest";
import { inviteToPortal } from "./portal";

await useDatabase();

const wants = ({ db, orgId, id }: World, when: string) =>
  db.execute(sql`
    update contacts set joined_notices = ${when}, digested_at = now() - interval '3 days'
    where org_id = ${orgId} and id = ${id("ada")}`);

const kimJoins = async (scene: Scene) => joinByLink(scene.visitor(), { token: await tokenFor(scene) });

const noticesOf = async (world: World) =>
  (await world.outbox()).filter(({ kind }) => kind === "person_joined" || kind === "people_joined");

const digest = ({ db }: World) => sendDigests({ db, keys: testKeys, sms: testSms }, { limit: 100 });

test(
  "who invited hears at once that somebody has joined",
  inScene(async (scene) => {
    await kimJoins(scene);
    expect(await noticesOf(scene)).toMatchObject([
      {
        kind: "person_joined",
        address: "ada@northwind.example",
        values: { personName: "Kim Lee", workspaceName: "Acme onboarding" },
      },
    ]);
  }),
);

test(
  "who wants to hear once a day hears of everybody in one message, and of nobody twice",
  inScene(async (scene) => {
    await wants(scene, "daily");
    await kimJoins(scene);
    expect(await noticesOf(scene)).toEqual([]);
    await scene.db.execute(sql`
      update invitations set status = 'accepted', closed_at = now() where org_id = ${scene.orgId} and status = 'pending'`);
    await scene.pass("25 hours");
    expect(await digest(scene)).toBe(1);
    expect(await digest(scene)).toBe(0);
    const [notice, ...more] = await noticesOf(scene);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: "people_joined", values: { count: 2 } });
    expect(String(notice?.values.list).split("\n").sort()).toEqual([
      "Kim Lee joined Acme onboarding",
      "Zoe Ito joined Acme onboarding",
    ]);
    await scene.db.execute(sql`
      update contacts set digested_at = digested_at - interval '1 day' where org_id = ${scene.orgId} and id = ${scene.id("ada")}`);
    await scene.pass("2 days");
    expect(await digest(scene)).toBe(1);
    expect(await noticesOf(scene)).toHaveLength(1);
  }),
);

test(
  "who joined two places is told of at both, and counts as one person",
  inScene(async (scene) => {
    await wants(scene, "daily");
    await inviteToPortal(await scene.as("ada"), { command: newId(), contacts: [scene.kim], note: null });
    await kimJoins(scene);
    await scene.pass("25 hours");
    expect(await digest(scene)).toBe(1);
    const [notice] = await noticesOf(scene);
    expect(notice?.values.count).toBe(1);
    expect(String(notice?.values.list).split("\n").sort()).toEqual([
      "Kim Lee joined Acme onboarding",
      "Kim Lee joined Northwind Advisory",
    ]);
  }),
);

test(
  "who wants to hear of nobody does not, and a day on which nobody joined has no message",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await wants(scene, "daily");
    expect(await digest(scene)).toBe(1);
    expect(await noticesOf(scene)).toEqual([]);
    await wants(scene, "off");
    await kimJoins(scene);
    expect(await digest(scene)).toBe(0);
    expect(await noticesOf(scene)).toEqual([]);
  }),
);

test.each([
  ["en", /^p\d+@acme\.com joined Acme onboarding\n/, /\nand 3 more$/],
  ["de", /^p\d+@acme\.com ist Acme onboarding beigetreten\n/, /\nund 3 weitere$/],
])("in %s a list of more than fifty names ends in a number", (language, first, last) =>
  inWorld(async (world) => {
    await wants(world, "daily");
    await world.db.execute(sql`
      update contacts set language = ${language} where org_id = ${world.orgId} and id = ${world.id("ada")}`);
    const people = Array.from({ length: 53 }, (_, i) => newClient(`p${i}@acme.com`));
    await inviteMembers(await world.as("ada"), inviting(people));
    await world.db.execute(sql`
      update invitations set status = 'accepted', closed_at = now() where org_id = ${world.orgId}`);
    await world.pass("25 hours");
    await digest(world);
    const [notice] = await noticesOf(world);
    expect(notice?.values.count).toBe(53);
    expect(String(notice?.values.list).split("\n")).toHaveLength(51);
    expect(String(notice?.values.list)).toMatch(first);
    expect(String(notice?.values.list)).toMatch(last);
  })(),
);
