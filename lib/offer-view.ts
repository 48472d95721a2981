import type { OfferView } from "@/components/stranger/offer-pages";
import { catalogueIn, FALLBACK_LANGUAGE } from "@/lib/catalogue";
import { momentWords } from "@/lib/delivery/time-words";
import { maskAddress } from "@/lib/domain/address";
import { zonedMoment } from "@/lib/domain/deadline";
import type { OfferRow } from "@/lib/domain/offer";
import { durationWords } from "@/lib/domain/words";

const { moments } = catalogueIn(FALLBACK_LANGUAGE);

/** What the invitation's page says, in English: the address only as much as its owner needs to recognise it. */
export function offerView(row: OfferRow): OfferView {
  const due = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", timeZone: "UTC" });
  return {
    organization: row.organizationName,
    inviter: row.inviterName,
    workspace: row.workspaceName,
    role: row.roleName,
    firstAction: row.firstAction,
    openActions: row.openActions,
    firstDue: row.firstDueOn && due.format(new Date(row.firstDueOn)),
    note: row.note,
    sentTo: maskAddress(row.address),
    expires: momentWords(zonedMoment(new Date(row.expiresAt), row.timeZone), moments),
    expiresIn: durationWords((row.expiresAt - Date.now()) / 1_000),
    asksName: row.contactName === null && row.addressUserId === null,
  };
}
