import { sql } from "drizzle-orm";
import {
  countTold,
  type DeliveryEvent,
  keepEvent,
  lockBatch,
  moveForward,
  settleSiblings,
  suppressAddress,
} from "@/db/queries/delivery-events";
import { LIVE_CHANNEL } from "./activity";
import type { Installation } from "./context";
import { repeatedWords } from "./delivery-words";
import { isId } from "./id";

/**
 * Keeps an event whose origin has been proven, and moves its message forward, never back: repeats and events in any
 * order end in the same state. A message is known by its organization, its id and, once that is stored, the
 * provider's id; whatever else the event names changes nothing, which answers false. An event may overtake the
 * worker that still waits for the provider's answer. An address that turned mail away for good is suppressed in
 * every organization; of one that did for a while it is told how often. Grants nothing to anybody.
 */
export async function recordDeliveryEvent(
  { db }: Pick<Installation, "db">,
  event: DeliveryEvent,
): Promise<boolean> {
  if (!isId(event.orgId) || !isId(event.messageId)) return false;
  return db.transaction(async (tx) => {
    await lockBatch(tx, event);
    const kept = await keepEvent(tx, event);
    if (kept === "unknown") return false;
    if (kept === "repeat") return true;
    const detail =
      event.detail && !event.suppression
        ? repeatedWords(event.detail, await countTold(tx, event))
        : event.detail;
    const moved = await moveForward(tx, { ...event, detail });
    if (moved?.batchId) await settleSiblings(tx, { provider: event.provider, batchId: moved.batchId });
    if (event.suppression)
      await suppressAddress(tx, {
        address: kept.address,
        reason: event.suppression,
        detail: event.detail,
      });
    if (moved) await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, '')`);
    return true;
  });
}
