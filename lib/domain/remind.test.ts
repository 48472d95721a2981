import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimFresh } from "@/db/queries/outbox";
import { claim } from "@/tests/claims";
import { knowClients } from "@/tests/group-scene";
import { inviting, newClient } from "@/tests/inviting";
import { KIMS_NUMBER, reachByPhone, tokenFor } from "@/tests/kim";
import { tick, toWhom } from "@/tests/reminding";
import type { Scene } from "@/tests/scene";
import { inScene, inWorld, testSms, useDatabase, type World } from "@/tests/world";
import { joinByLink } from "./accept";
import { declineOffer } from "./answer-offer";
import { newId } from "./id";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { inviteToPortal } from "./portal";
import { resendInvitations } from "./resend";
import { createUserWithAddress } from "./users";

await useDatabase();

const REMINDER = "invitation_reminder kim@acme.com";

/** A minute ago, so that days later it is surely as many days. */
const inviteKim = async (world: World) => {
  await inviteMembers(
    await world.as("ines"),
    inviting([newClient("kim@acme.com")], { note: "See you there" }),
  );
  await world.pass("1 minute");
};

const state = async ({ db, orgId }: World, email = "kim@acme.com") => {
  const [row] = await db.execute<{ sends: number; reminders: number; attends: number | null }>(sql`
    select sends, reminders, extract(epoch from attend_at - now())::float8 / 86400 as attends from invitations
    where org_id = ${orgId} and address = ${email}`);
  return row;
};

test(
  "who has not joined is reminded on days 2, 5 and 9, once each, with the same link; the third message says so",
  inWorld(async (world) => {
    await inviteKim(world);
    const [invitation] = await world.outbox();
    const { expiresAt: _, ...same } = invitation?.values ?? { never: true };
    const heard: [number, string[], unknown][] = [];
    for (let day = 1; day <= 12; day++) {
      await world.pass("1 day");
      const sent = (await tick(world)).filter(({ kind }) => kind === "invitation_reminder");
      if (sent.length > 0) heard.push([day, toWhom(sent), sent[0]?.values.sends]);
      for (const { values } of sent) expect(values).toMatchObject(same);
      expect(toWhom(await tick(world))).toEqual([]);
    }
    expect(heard).toEqual([
      [2, [REMINDER], 2],
      [5, [REMINDER], 3],
      [9, [REMINDER], 4],
    ]);
    expect(await state(world)).toMatchObject({ sends: 4, reminders: 3, attends: null });
  }),
);

const stops: [string, (scene: Scene) => Promise<unknown>][] = [
  ["has joined", async (scene) => joinByLink(scene.visitor(), { token: await tokenFor(scene) })],
  ["declined", async (scene) => declineOffer(scene.visitor(), await tokenFor(scene))],
  [
    "was cancelled",
    async (scene) => cancelInvitation(await scene.as("ada"), { invitation: scene.kimInvitation }),
  ],
  ["never got the message, which bounced", (scene) => deliver(scene, "bounced")],
  ["reported it as unwanted", (scene) => deliver(scene, "complained")],
  [
    "asked not to be invited again",
    ({ db, orgId }) =>
      db.execute(sql`
      insert into suppressions (org_id, address, reason) values (${orgId}, 'kim@acme.com', 'opted_out')`),
  ],
  [
    "has an expired link",
    ({ db, orgId }) => db.execute(sql`update invitations set expires_at = now() where org_id = ${orgId}`),
  ],
  [
    "belongs to an archived workspace",
    ({ db, orgId }) => db.execute(sql`update workspaces set archived_at = now() where org_id = ${orgId}`),
  ],
  [
    "was invited by somebody who is gone",
    ({ db, orgId, id }) =>
      db.execute(
        sql`update contacts set deactivated_at = now() where org_id = ${orgId} and id = ${id("ada")}`,
      ),
  ],
  [
    "was never told, since the act was undone",
    ({ db, orgId }) => db.execute(sql`update invitations set sends = 0 where org_id = ${orgId}`),
  ],
  [
    "is in a workspace that sends none",
    ({ db, orgId }) => db.execute(sql`update workspaces set reminder_days = '{}' where org_id = ${orgId}`),
  ],
];

const deliver = ({ db, orgId, kimInvitation }: Scene, to: string) =>
  db.execute(
    sql`update messages set state = ${to} where org_id = ${orgId} and subject_id = ${kimInvitation}`,
  );

test.each(stops)("nobody is reminded who %s", (_, stop) =>
  inScene(async (scene) => {
    await stop(scene);
    await scene.pass("2 days");
    expect(toWhom(await tick(scene))).not.toContain(REMINDER);
  })(),
);

test(
  "who was invited to the portal and has an account by now is not reminded",
  inWorld(async (world) => {
    const [lee = ""] = await knowClients(world, null, ["lee@acme.com"]);
    const portal = { command: newId(), contacts: [lee], note: null };
    await inviteToPortal(await world.inOrganization("ines"), portal);
    await world.pass("49 hours");
    expect(toWhom(await tick(world))).toEqual(["invitation_reminder lee@acme.com"]);
    const { userId } = await createUserWithAddress(world.db, {
      ...{ address: "lee@acme.com", kind: "email", name: "Lee", isProven: true },
    });
    await world.db.execute(sql`
      update contacts set user_id = ${userId}, joined_at = now() where org_id = ${world.orgId} and id = ${lee}`);
    await world.pass("3 days");
    expect(toWhom(await tick(world))).toEqual([]);
  }),
);

test(
  "a number that no text message may go to is not reminded",
  inScene(async (scene) => {
    await reachByPhone(scene);
    await scene.pass("2 days");
    const sms = { ...testSms, dailyLimit: 0 };
    expect(toWhom(await tick(scene, { sms }))).toEqual(["invitation_reminder zoe@northwind.example"]);
    await scene.pass("3 days");
    expect(toWhom(await tick(scene))).toContain(`invitation_reminder ${KIMS_NUMBER}`);
  }),
);

test(
  "a workspace's own days take the place of its organization's",
  inWorld(async (world) => {
    await world.db.execute(sql`update workspaces set reminder_days = '{1}' where org_id = ${world.orgId}`);
    await inviteKim(world);
    await world.pass("1 day");
    expect(toWhom(await tick(world))).toEqual([REMINDER]);
    await world.pass("4 days");
    expect(toWhom(await tick(world))).toEqual([]);
  }),
);

test(
  "at night and at weekends a reminder waits for the morning",
  inWorld(async (world) => {
    await inviteKim(world);
    await world.pass("2 days");
    const zones: string[] = [];
    const daytime = (now: Date, zone?: string) => {
      zones.push(zone ?? "");
      return new Date(now.getTime() + 36_000_000);
    };
    await world.db.execute(sql`update organizations set time_zone = 'Asia/Tokyo' where id = ${world.orgId}`);
    expect(await tick(world, { daytime })).toEqual([]);
    expect(zones).toEqual(["Asia/Tokyo"]);
    expect((await state(world))?.attends).toBeCloseTo(10 / 24, 2);
    await world.db.execute(sql`
      update contacts set time_zone = 'Europe/Paris' where org_id = ${world.orgId} and email = 'kim@acme.com'`);
    await world.pass("10 hours");
    expect(await tick(world, { daytime })).toEqual([]);
    expect(zones).toEqual(["Asia/Tokyo", "Europe/Paris"]);
    await world.pass("10 hours");
    expect(toWhom(await tick(world))).toEqual([REMINDER]);
  }),
);

test(
  "who got five messages today is not reminded, and is on the next day for it",
  inWorld(async (world) => {
    await inviteKim(world);
    await world.pass("2 days");
    await world.db.execute(sql`
      insert into limits (org_id, key, max, window_seconds, count)
      values (${world.orgId}, 'recipient:email:kim@acme.com', 5, 86400, 5)
      on conflict (org_id, key) do update set count = 5, window_started_at = now()`);
    expect(await tick(world)).toEqual([]);
    expect(await state(world)).toMatchObject({ sends: 1, reminders: 0 });
    await world.pass("3 days");
    expect(toWhom(await tick(world))).toEqual([REMINDER]);
  }),
);

test(
  "reminders count against workspace and organization, not against who invited",
  inWorld(async (world) => {
    await inviteKim(world);
    await world.pass("2 days");
    await tick(world);
    const rows = await world.db.execute<{ key: string; count: number }>(sql`
      select split_part(key, ':', 1) as key, count from limits where org_id = ${world.orgId} order by key`);
    expect(rows.map(({ key, count }) => `${key} ${count}`)).toEqual([
      "inviter 1",
      "organization 1",
      "recipient 1",
      "workspace 1",
    ]);
    await world.db.execute(sql`update organizations set daily_limit = 1 where id = ${world.orgId}`);
    await inviteMembers(await world.as("ada"), inviting([newClient("lee@acme.com")]));
    expect(await world.outbox()).toHaveLength(2);
  }),
);

test(
  "sending again by hand takes the place of the reminder of that day",
  inWorld(async (world) => {
    await inviteKim(world);
    await world.pass("44 hours");
    const [row] = await world.db.execute<{ id: string }>(
      sql`select id from invitations where org_id = ${world.orgId}`,
    );
    await resendInvitations(await world.as("ada"), { invitations: [row?.id ?? ""] });
    await world.pass("6 hours");
    expect(await tick(world)).toEqual([]);
    await world.pass("3 days");
    expect(toWhom(await tick(world))).toEqual([REMINDER]);
  }),
);

test(
  "a reminder that waits in the outbox is taken out when the person joins or is blocked meanwhile",
  inScene(async (scene) => {
    await scene.pass("2 days");
    await tick(scene);
    await joinByLink(scene.visitor(), { token: await tokenFor(scene) });
    await scene.db.execute(sql`
      insert into suppressions (org_id, address, reason) values (${scene.orgId}, 'zoe@northwind.example', 'bounced')`);
    await scene.pass("1 minute");
    const { messages } = await claimFresh(scene.db, { ...claim(), limit: 100 });
    expect(messages.map(({ kind }) => kind)).not.toContain("invitation_reminder");
    const states = (await scene.outbox())
      .filter(({ kind }) => kind === "invitation_reminder")
      .map(({ address, state }) => `${address} ${state}`);
    expect(states.sort()).toEqual(["kim@acme.com cancelled", "zoe@northwind.example suppressed"]);
  }),
);
