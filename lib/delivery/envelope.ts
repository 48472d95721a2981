import type { Envelope } from "./channel";
import { renderMessage } from "./render";
import type { Setting, StoredMessage } from "./stored-message";

/** `mailFrom`: the bare address mail comes from; null where nothing leaves. */
export type Sender = Setting & { mailFrom: string | null };

const UNFIT = /[\p{Cc}\u2028\u2029"\\<>@,;:()[\]]+/gu;

const textIn = (values: Record<string, unknown>, name: string): string | null => {
  const value = values[name];
  return typeof value === "string" ? value : null;
};

const personOf = ({ values }: StoredMessage) =>
  textIn(values, "inviterName") ?? textIn(values, "adderName") ?? textIn(values, "requesterName");

/** A name and an address as one header value that can hold nothing else. */
export function mailboxOf(name: string, address: string): string {
  const plain = name.replace(UNFIT, " ").replace(/\s+/g, " ").trim();
  return plain ? `"${plain}" <${address}>` : address;
}

/** Who a message is from, as people read it: "Ada Lovelace via Northwind Advisory". */
export function senderName(message: StoredMessage): string {
  const organization = textIn(message.values, "organizationName") ?? "Foyer";
  const person = personOf(message);
  return person ? `${person} via ${organization}` : organization;
}

function replyAddress({ values }: StoredMessage): string | null {
  const address = textIn(values, "inviterAddress") ?? textIn(values, "adderAddress");
  return address?.includes("@") ? address : null;
}

/** Lets mail programs stop invitations with one press of their own button (RFC 8058). */
const headersOf = (stopLink: string | null): Record<string, string> =>
  stopLink
    ? { "List-Unsubscribe": `<${stopLink}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    : {};

/** The message with everything its headers need. Throws what `renderMessage` throws. */
export function envelopeOf(message: StoredMessage, sender: Sender): Envelope {
  const { stopLink, ...written } = renderMessage(message, sender);
  return {
    orgId: message.orgId,
    id: message.id,
    to: message.address,
    from: mailboxOf(senderName(message), sender.mailFrom ?? "mailbox@localhost"),
    replyTo: message.channel === "email" ? replyAddress(message) : null,
    headers: headersOf(stopLink),
    ...written,
  };
}
