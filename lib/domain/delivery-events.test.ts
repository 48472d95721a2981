import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { DeliveryEvent } from "@/db/queries/delivery-events";
import { claimBatch, claimFresh } from "@/db/queries/outbox";
import { markAccepted, retryLater } from "@/db/queries/outbox-settle";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { recordDeliveryEvent } from "./delivery-events";
import { newId } from "./id";
import { resendInvitations } from "./resend";
import { resendAll } from "./resend-all";

await useDatabase();

const stateOf = async ({ db, orgId }: Scene, id: string) => {
  const [row] = await db.execute<Record<string, unknown>>(sql`
    select state, error, provider_id as "providerId", lease_until as "leaseUntil" from messages
    where org_id = ${orgId} and id = ${id}`);
  return row;
};

/** Kim's message, handed to Resend. */
async function sentToKim({ db, orgId }: Scene): Promise<{ messageId: string; providerId: string }> {
  const providerId = newId();
  const [row] = await db.execute<{ id: string }>(sql`
    update messages set state = 'sent', provider = 'resend', provider_id = ${providerId}, attempts = 1, sent_at = now()
    where org_id = ${orgId} and address = 'kim@acme.com' returning id`);
  return { messageId: row?.id ?? "", providerId };
}

const event = (
  orgId: string,
  about: { messageId: string; providerId: string },
  said: Partial<DeliveryEvent>,
): DeliveryEvent => ({
  provider: "resend",
  eventId: newId(),
  orgId,
  state: "delivered",
  detail: null,
  suppression: null,
  at: null,
  ...about,
  ...said,
});

const suppressions = async ({ db, orgId, otherOrgId }: Scene) => [
  ...(await db.execute<{ own: boolean; address: string; reason: string; detail: string | null }>(sql`
    select org_id = ${orgId} as own, address, reason, detail from suppressions
    where org_id in (${orgId}, ${otherOrgId}) order by own`)),
];

const bounced = { state: "bounced", detail: "mailbox does not exist", suppression: "bounced" } as const;

test(
  "after a hard bounce nobody can send there again: the reason is said and nothing is sent",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    expect(await recordDeliveryEvent(scene, event(scene.orgId, kim, bounced))).toBe(true);
    expect(await stateOf(scene, kim.messageId)).toMatchObject({
      state: "bounced",
      error: "mailbox does not exist",
    });
    const row = { address: "kim@acme.com", reason: "bounced", detail: "mailbox does not exist" };
    expect(await suppressions(scene)).toEqual([
      { own: false, ...row },
      { own: true, ...row },
    ]);
    const before = (await scene.outbox()).length;
    const [outcome] = await resendInvitations(await scene.as("ines"), { invitations: [scene.kimInvitation] });
    expect(outcome).toMatchObject({
      isSent: false,
      reason: "Not sent: messages to this address came back; change it.",
    });
    expect((await resendAll(await scene.as("ines"), { contact: scene.kim })).sent).toBe(0);
    expect(await scene.outbox()).toHaveLength(before);
  }),
);

test(
  "a complaint about a mail that arrived long ago suppresses its address in every organization",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    await recordDeliveryEvent(scene, event(scene.orgId, kim, {}));
    const complaint = { state: "complained", detail: "marked as spam", suppression: "complained" } as const;
    await recordDeliveryEvent(scene, event(scene.orgId, kim, complaint));
    expect(await stateOf(scene, kim.messageId)).toMatchObject({ state: "complained" });
    expect((await suppressions(scene)).map(({ own, reason }) => [own, reason])).toEqual([
      [false, "complained"],
      [true, "complained"],
    ]);
  }),
);

test(
  "an event told again after an admin lifted the block does not block again",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    const told = event(scene.orgId, kim, bounced);
    await recordDeliveryEvent(scene, told);
    await scene.db.execute(
      sql`delete from suppressions where org_id in (${scene.orgId}, ${scene.otherOrgId})`,
    );
    expect(await recordDeliveryEvent(scene, told)).toBe(true);
    expect(await suppressions(scene)).toEqual([]);
  }),
);

test(
  "a full mailbox is no reason never to write again",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    await recordDeliveryEvent(
      scene,
      event(scene.orgId, kim, { state: "bounced", detail: "mailbox is full" }),
    );
    expect(await stateOf(scene, kim.messageId)).toMatchObject({ state: "bounced", error: "mailbox is full" });
    expect(await suppressions(scene)).toEqual([]);
    const [outcome] = await resendInvitations(await scene.as("ines"), { invitations: [scene.kimInvitation] });
    expect(outcome).toMatchObject({ isSent: true });
  }),
);

test(
  "in whatever order events come, and however often, the furthest state stands",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    const states = ["sent", "delayed", "delivered", "bounced"] as const;
    for (const order of [states, states.toReversed(), ["delayed", "bounced", "sent", "delivered"] as const]) {
      await scene.db.execute(
        sql`update messages set state = 'sent' where org_id = ${scene.orgId} and id = ${kim.messageId}`,
      );
      for (const state of [...order, ...order])
        await recordDeliveryEvent(
          scene,
          event(scene.orgId, kim, { state, eventId: `${order.join()}${state}` }),
        );
      expect(await stateOf(scene, kim.messageId)).toMatchObject({ state: "bounced" });
    }
    const [kept] = await scene.db.execute(
      sql`select count(*)::int as n from delivery_events where org_id = ${scene.orgId}`,
    );
    expect(kept).toEqual({ n: 12 });
  }),
);

test(
  "an event under another organization, another id, another provider or another provider's id changes nothing",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    const before = await scene.census();
    const strangers: Partial<DeliveryEvent>[] = [
      { orgId: scene.otherOrgId },
      { orgId: newId() },
      { orgId: "northwind" },
      { messageId: newId() },
      { messageId: "1' or true" },
      { providerId: newId() },
      { provider: "twilio" },
    ];
    for (const stranger of strangers)
      expect(
        await recordDeliveryEvent(scene, event(scene.orgId, kim, { ...bounced, ...stranger })),
        JSON.stringify(stranger),
      ).toBe(false);
    expect(await scene.census()).toEqual(before);
  }),
);

test(
  "a message that was never handed over, or was taken back, is moved by no event",
  inScene(async (scene) => {
    const rows = await scene.db.execute<{ id: string }>(
      sql`select id from messages where org_id = ${scene.orgId} and address = 'kim@acme.com'`,
    );
    const kim = { messageId: rows[0]?.id ?? "", providerId: newId() };
    expect(await recordDeliveryEvent(scene, event(scene.orgId, kim, bounced))).toBe(false);
    await scene.db.execute(sql`update messages set state = 'cancelled', attempts = 1
      where org_id = ${scene.orgId} and id = ${kim.messageId}`);
    expect(await recordDeliveryEvent(scene, event(scene.orgId, kim, bounced))).toBe(false);
    expect(await stateOf(scene, kim.messageId)).toMatchObject({ state: "cancelled", providerId: null });
  }),
);

/** Everything of the scene's outbox, leased as one batch under way. */
async function underWay(scene: Scene) {
  const lease = newId();
  const by = {
    lease,
    leaseSeconds: 60,
    channels: ["email"],
    codes: "none" as const,
    provider: "resend",
    certainHours: 23,
  };
  const { messages } = await claimFresh(scene.db, { ...by, limit: 100 });
  const [first, second] = messages;
  if (!first || !second) throw new Error("a batch needs two");
  return { by, messages, first, second };
}

test(
  "an event may come before the provider's answer: neither the answer nor a retry moves the message back",
  inScene(async (scene) => {
    const { by, messages, first, second } = await underWay(scene);
    const ids = messages.map(() => newId());
    const early = { messageId: first.id, providerId: ids[0] ?? "" };
    expect(await recordDeliveryEvent(scene, event(scene.orgId, early, {}))).toBe(true);
    expect(await stateOf(scene, first.id)).toMatchObject({ state: "delivered", leaseUntil: null });
    expect(await stateOf(scene, second.id)).toMatchObject({ state: "sent", providerId: null });
    expect(await retryLater(scene.db, messages, { ...by, delaySeconds: 0, error: "no answer" })).toBe(0);
    expect(await claimBatch(scene.db, { ...by, lease: newId() })).toEqual([]);
    const settled = { lease: by.lease, provider: "resend", providerIds: ids, state: "sent" as const };
    expect(await markAccepted(scene.db, messages, settled)).toBe(messages.length);
    expect(await stateOf(scene, first.id)).toMatchObject({ state: "delivered", providerId: ids[0] });
    expect(await stateOf(scene, second.id)).toMatchObject({ state: "sent", providerId: ids[1] });
  }),
);

test(
  "the others of a batch whose answer never came learn their ids from their own events",
  inScene(async (scene) => {
    const { messages, first, second } = await underWay(scene);
    const [one, two] = messages.map(() => newId());
    await recordDeliveryEvent(
      scene,
      event(scene.orgId, { messageId: first.id, providerId: one ?? "" }, { state: "sent" }),
    );
    await recordDeliveryEvent(
      scene,
      event(scene.orgId, { messageId: second.id, providerId: two ?? "" }, { state: "sent" }),
    );
    expect(await stateOf(scene, second.id)).toMatchObject({ state: "sent", providerId: two });
  }),
);

test(
  "what nobody knew the fate of is settled by an event",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    await scene.db.execute(sql`update messages set state = 'uncertain', provider = null, provider_id = null
      where org_id = ${scene.orgId} and id = ${kim.messageId}`);
    await recordDeliveryEvent(scene, event(scene.orgId, kim, {}));
    expect(await stateOf(scene, kim.messageId)).toMatchObject({
      state: "delivered",
      providerId: kim.providerId,
    });
  }),
);
