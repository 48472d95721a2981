import type { Database } from "@/db/client";
import { refuseMessages } from "@/db/queries/outbox-settle";
import { selectCountry } from "@/db/queries/sms-guard";
import type { SmsRules } from "./context";
import { enqueueMessages, type NewMessage } from "./messages";
import { guardTexts } from "./sms-guard";

/**
 * Writes messages that no act has asked the limits about: what tells people of something. Text messages among them
 * pass the guard; one that may not be sent is written down as failed, with the reason, and holds up nothing else.
 */
export async function enqueueNotices(
  tx: Database,
  { sms }: { sms: SmsRules },
  orgId: string,
  list: NewMessage[],
): Promise<void> {
  const texts = list.filter(({ channel }) => channel === "sms");
  const org = texts.length > 0 && { id: orgId, country: await selectCountry(tx, orgId) };
  const answers = org
    ? await guardTexts(
        tx,
        { sms, org },
        texts.map(({ address }) => address),
      )
    : [];
  await enqueueMessages(tx, orgId, list);
  const refused = texts.flatMap(({ id }, i) => (answers[i] ? [{ id, error: answers[i].reason }] : []));
  if (refused.length > 0) await refuseMessages(tx, orgId, refused);
}
