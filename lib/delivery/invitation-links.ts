import { makeToken } from "@/lib/domain/token";
import type { Setting, StoredMessage, Values } from "./stored-message";

/** Text messages lead to the page of an invitation by its short address, since these versions. */
const SHORT_SINCE: Record<string, number> = { invitation: 3, invitation_reminder: 2 };
/** And by a shorter link, since these. */
const SHORTER_SINCE: Record<string, number> = { invitation: 5, invitation_reminder: 4 };

const isSince = (since: Record<string, number>, { channel, kind, templateVersion }: StoredMessage) =>
  channel === "sms" && templateVersion >= (since[kind] ?? Number.POSITIVE_INFINITY);

/** A link of the invitation that a message is about, made with the key it was written for. */
export function linkOf(
  message: StoredMessage,
  v: Values,
  { appUrl, keys }: Setting,
  purpose: "invite" | "stop",
) {
  const subject = { organization: v.number("organization"), id: message.subjectId };
  const page = purpose === "invite" && isSince(SHORT_SINCE, message) ? "i" : purpose;
  const made = purpose === "invite" && isSince(SHORTER_SINCE, message) ? "text-invite" : purpose;
  return `${appUrl}/${page}/${makeToken(keys, v.number("keyId"), made, subject, v.number("generation"))}`;
}

/** Whether mail programs stop this message by themselves, by its link "stop". Version 1 did not say so in its headers. */
export const isStoppable = ({ channel, kind, templateVersion }: StoredMessage): boolean =>
  channel === "email" && (kind === "invitation_reminder" || (kind === "invitation" && templateVersion > 1));
