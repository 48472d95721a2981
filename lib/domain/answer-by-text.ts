import { sql } from "drizzle-orm";
import { suppressAddress } from "@/db/queries/delivery-events";
import { freeNumber } from "@/db/queries/suppressions";
import { LIVE_CHANNEL } from "./activity";
import type { Installation } from "./context";
import { STOP_ANSWERED } from "./delivery-words";

/** The words a text message service acts on by itself, twilio.com/docs/messaging/tutorials/how-to-use-opt-out-keywords. */
const STOPS = new Set(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"]);
const STARTS = new Set(["START", "YES", "UNSTOP"]);

/**
 * Takes down what the owner of a number answered, whose origin has been proven: after STOP nothing more goes there, from
 * no organization, and START takes that word back, but nothing else that stands against the number. `asked` is what the
 * service made of the words, where it says so; whatever else was written changes nothing.
 */
export async function recordAnswerByText(
  { db }: Pick<Installation, "db">,
  { number, words, asked }: { number: string; words: string; asked: string | null },
): Promise<void> {
  const said = asked ?? words.trim().toUpperCase();
  const isStop = STOPS.has(said);
  if (!isStop && !STARTS.has(said)) return;
  await db.transaction(async (tx) => {
    if (isStop) await suppressAddress(tx, { address: number, reason: "opted_out", detail: STOP_ANSWERED });
    else await freeNumber(tx, { number, detail: STOP_ANSWERED });
    await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, '')`);
  });
}
