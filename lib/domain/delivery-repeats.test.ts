import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { DeliveryEvent } from "@/db/queries/delivery-events";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { recordDeliveryEvent } from "./delivery-events";
import { newId } from "./id";
import { resendInvitations } from "./resend";

await useDatabase();

const delayed = { state: "delayed", detail: "the mail server asks to try again later" } as const;
const full = { state: "bounced", detail: "mailbox is full" } as const;

/** Kim's newest message, handed to Resend, and what is told of it. */
async function sentToKim({ db, orgId }: Scene) {
  const providerId = newId();
  const [row] = await db.execute<{ id: string }>(sql`
    update messages set state = 'sent', provider = 'resend', provider_id = ${providerId}, attempts = 1, sent_at = now()
    where org_id = ${orgId} and address = 'kim@acme.com' and state = 'queued' returning id`);
  const messageId = row?.id ?? "";
  const about = { provider: "resend", orgId, messageId, providerId, suppression: null, at: null } as const;
  return {
    tell: (said: Pick<DeliveryEvent, "state" | "detail">, eventId: string = newId()) =>
      recordDeliveryEvent({ db }, { ...about, ...said, eventId }),
    now: async () => {
      const [now] = await db.execute<{ state: string; error: string | null }>(
        sql`select state, error from messages where org_id = ${orgId} and id = ${messageId}`,
      );
      return now;
    },
  };
}

test(
  "how often an address put mail off, or turned it away for a while, is told with the reason; nothing is blocked",
  inScene(async (scene) => {
    const first = await sentToKim(scene);
    await first.tell(delayed);
    expect(await first.now()).toEqual({ state: "delayed", error: delayed.detail });
    await first.tell(delayed, "msg_again");
    await first.tell(delayed, "msg_again");
    expect(await first.now()).toEqual({ state: "delayed", error: `${delayed.detail}; 2 times so far` });
    await first.tell(full);
    await first.tell(delayed);
    expect(await first.now()).toEqual({ state: "bounced", error: full.detail });
    await resendInvitations(await scene.as("ines"), { invitations: [scene.kimInvitation] });
    const second = await sentToKim(scene);
    await second.tell(delayed);
    expect(await second.now()).toEqual({ state: "delayed", error: `${delayed.detail}; 4 times so far` });
    await second.tell(full);
    expect(await second.now()).toEqual({ state: "bounced", error: `${full.detail}; 2 times so far` });
    expect([
      ...(await scene.db.execute(sql`select from suppressions where org_id = ${scene.orgId}`)),
    ]).toEqual([]);
  }),
);

test(
  "what a provider says again because it was asked is no further time",
  inScene(async (scene) => {
    const kim = await sentToKim(scene);
    await kim.tell(delayed);
    await kim.tell(delayed, "asked.1.delayed");
    expect(await kim.now()).toEqual({ state: "delayed", error: delayed.detail });
  }),
);

test(
  "what was told of a former address says nothing of the one that stands for it now",
  inScene(async (scene) => {
    const former = await sentToKim(scene);
    await former.tell(delayed);
    await scene.db.execute(sql`update messages set address = 'former@acme.com'
      where org_id = ${scene.orgId} and address = 'kim@acme.com'`);
    await resendInvitations(await scene.as("ines"), { invitations: [scene.kimInvitation] });
    const present = await sentToKim(scene);
    await present.tell(delayed);
    expect(await present.now()).toEqual({ state: "delayed", error: delayed.detail });
  }),
);
