import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { CERTAIN_HOURS, claimFresh } from "@/db/queries/outbox";
import { newId } from "@/lib/domain/id";

/** What a worker that sends mail through Resend claims, under a lease of its own. */
export const claim = () => ({
  lease: newId(),
  leaseSeconds: 60,
  channels: ["email", "sms"],
  codes: "none" as const,
  provider: "resend",
  certainHours: CERTAIN_HOURS,
});

/** Looks into and turns the clock of the outbox of one organization. */
export const claimsOf = (db: Database, orgId: string) => ({
  rowOf: async (id: string) => {
    const [row] = await db.execute<Record<string, unknown>>(sql`
      select state, error, attempts, batch_id as "batchId", batch_position as "batchPosition", provider,
        provider_id as "providerId", lease_owner as "leaseOwner", lease_until < now() as "isLate"
      from messages where org_id = ${orgId} and id = ${id}`);
    return row;
  },
  pastLeases: () =>
    db.execute(sql`update messages set lease_until = now() - interval '1 second' where org_id = ${orgId}`),
  /** Claims everything due as one batch. */
  freezeAll: async () => {
    const by = claim();
    const { messages } = await claimFresh(db, { ...by, limit: 100 });
    const batchId = messages[0]?.batchId;
    if (!batchId) throw new Error("nothing was due");
    return { ...by, messages, batchId };
  },
});
