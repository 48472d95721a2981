import type { OfferView } from "@/components/stranger/offer-pages";
import { catalogueIn } from "@/lib/catalogue";
import { dayWords, momentWords, spanWords } from "@/lib/delivery/time-words";
import { maskAddress } from "@/lib/domain/address";
import { zonedMoment } from "@/lib/domain/deadline";
import { type OfferRow, offerLanguage } from "@/lib/domain/offer";
import { titleForMessages } from "@/lib/domain/text";
import { spanOf } from "@/lib/domain/words";

/** What the invitation's page says, in its reader's language: the address only as much as its owner needs to recognise it. */
export function offerView(row: OfferRow, accepts: string | null = null): OfferView {
  const words = catalogueIn(offerLanguage(row, accepts));
  return {
    words,
    organization: row.organizationName,
    inviter: row.inviterName,
    workspace: row.workspaceName,
    role: row.roleName,
    firstAction: titleForMessages(row.firstAction),
    openActions: row.openActions,
    firstDue: row.firstDueOn && dayWords(row.firstDueOn, words.moments),
    note: row.note,
    sentTo: maskAddress(row.address),
    expires: momentWords(zonedMoment(new Date(row.expiresAt), row.timeZone), words.moments),
    expiresIn: spanWords(spanOf((row.expiresAt - Date.now()) / 1_000), words.moments),
    asksName: row.contactName === null && row.addressUserId === null,
  };
}
