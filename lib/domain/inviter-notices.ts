import type { OfferRow } from "@/db/queries/accept";
import { channelOf, displayAddress, kindOf } from "./address";
import { newId } from "./id";
import type { NewMessage } from "./messages";

/** The invited person, as their inviter knows them. */
export const nameIn = (row: OfferRow) => row.contactName ?? displayAddress(row.address);

const panelPath = (row: OfferRow) =>
  row.workspaceId ? `/${row.slug}/w/${row.workspaceId}?panel=members` : `/${row.slug}/timeline`;

/** A message to who invited, about what the invited person did. */
export function noticeToInviter(
  row: OfferRow,
  kind: "invitation_declined" | "link_requested" | "person_joined",
  number: number,
): NewMessage {
  return { ...toInviter(row, number), kind, values: valuesOf(row) };
}

/** What messages to the inviter about an invitation say. */
export const valuesOf = (row: OfferRow) => ({
  organizationName: row.organizationName,
  workspaceName: row.workspaceName,
  personName: nameIn(row),
  path: panelPath(row),
});

/** Where messages to the inviter go. */
export function toInviter(row: OfferRow, number: number) {
  return {
    id: newId(),
    channel: channelOf({ kind: kindOf(row.inviterAddress) }),
    address: row.inviterAddress,
    subjectId: row.id,
    number,
    invitationId: null,
    contactId: row.inviterId,
    language: row.inviterLanguage,
    priority: 1 as const,
    holdSeconds: 0,
  };
}
