import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { changeAddress } from "./change-address";
import { listInvitations } from "./invitation-list";
import { listMembers } from "./members";

await useDatabase();

/** What Kim's row among all invitations tells of the message, once it is known that the members panel tells the same. */
async function told(scene: Scene): Promise<string> {
  const [row] = (await listInvitations(await scene.inOrganization("ada"), { find: "kim" })).rows;
  const [kim] = (await listMembers(await scene.as("ada"), { find: "kim" })).clients;
  const said = [row, kim?.invitation].map((one) => `${one?.delivery}: ${one?.deliveryError}`);
  expect(said[0]).toBe(said[1]);
  return said[0] ?? "";
}

const foundBy = async (scene: Scene, delivery: string) =>
  (await listInvitations(await scene.inOrganization("ada"), { find: "kim", delivery })).rows.length;

const kims = (scene: Scene, change: SQL) =>
  scene.db.execute(
    sql`update messages set ${change} where org_id = ${scene.orgId} and subject_id = ${scene.kimInvitation}`,
  );

test(
  "a message that does not leave is said to wait for its service, or for a pause to end",
  inScene(async (scene) => {
    await scene.pass("2 minutes");
    expect(await told(scene)).toBe("queued: null");
    await kims(scene, sql`error = 'The mail service gave no clear answer.'`);
    expect(await told(scene)).toBe("waiting: The mail service gave no clear answer.");
    await kims(scene, sql`lease_until = now() + interval '1 minute'`);
    expect(await told(scene)).toMatch(/^sending: /);
    await kims(scene, sql`lease_until = null, error = null`);
    await scene.db.execute(
      sql`insert into channel_pauses (provider, until, reason) values ('mailbox', now(), 'manual')`,
    );
    expect(await told(scene)).toBe("paused: null");
  }),
);

test(
  "a reminder is the latest message: what became of it is told, and found",
  inScene(async (scene) => {
    await kims(scene, sql`state = 'delivered'`);
    await scene.db.execute(sql`
      insert into messages (org_id, id, kind, channel, address, subject_id, number, invitation_id, template_version, "values", state, error)
      select org_id, gen_random_uuid(), 'invitation_reminder', channel, address, subject_id, 2, invitation_id, 1, "values",
        'bounced', 'mailbox is full' from messages where org_id = ${scene.orgId} and subject_id = ${scene.kimInvitation}`);
    expect(await told(scene)).toBe("bounced: mailbox is full");
    expect([await foundBy(scene, "problem"), await foundBy(scene, "delivered")]).toEqual([1, 0]);
  }),
);

test(
  "what came back from an address counts no more once another one has been given",
  inScene(async (scene) => {
    await scene.pass("15 days");
    await kims(scene, sql`state = 'bounced', error = 'mailbox does not exist'`);
    expect(await foundBy(scene, "problem")).toBe(1);
    await changeAddress(await scene.as("ada"), { contact: scene.kim, address: "kim@acme.example" });
    expect(await told(scene)).toBe("elsewhere: null");
    expect(await foundBy(scene, "problem")).toBe(0);
    await scene.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${scene.orgId}, 'kim@acme.example', 'bounced')`);
    expect(await told(scene)).toBe("bounced: null");
    expect(await foundBy(scene, "problem")).toBe(1);
    expect((await listMembers(await scene.as("ada"), {})).undelivered).toBe(1);
  }),
);

test(
  "why an address takes nothing is told in the words of what came back, or not at all",
  inScene(async (scene) => {
    const blocked = (reason: string, detail: string | null) =>
      scene.db.execute(sql`insert into suppressions (org_id, address, reason, detail)
        values (${scene.orgId}, 'kim@acme.com', ${reason}, ${detail})
        on conflict (org_id, address) do update set reason = ${reason}, detail = ${detail}`);
    await kims(scene, sql`state = 'delivered'`);
    await blocked("bounced", null);
    expect(await told(scene)).toBe("bounced: null");
    await blocked("bounced", "mailbox does not exist");
    expect(await told(scene)).toBe("bounced: mailbox does not exist");
    await kims(scene, sql`error = 'the mailbox is busy'`);
    await blocked("opted_out", null);
    expect(await told(scene)).toBe("suppressed: opted_out");
  }),
);
