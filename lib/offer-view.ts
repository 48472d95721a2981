import type { OfferView } from "@/components/stranger/offer-pages";
import { maskAddress } from "@/lib/domain/address";
import { deadlineWords, zonedMoment } from "@/lib/domain/deadline";
import type { OfferRow } from "@/lib/domain/offer";
import { durationWords } from "@/lib/domain/words";

/** What the invitation's page says: the address only as much as its owner needs to recognise it. */
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
    expires: deadlineWords(zonedMoment(new Date(row.expiresAt), row.timeZone)),
    expiresIn: durationWords((row.expiresAt - Date.now()) / 1_000),
    asksName: row.contactName === null && row.addressUserId === null,
  };
}
