import { type MailboxRow, selectMailbox, selectMailboxMessage } from "@/db/queries/mailbox";
import { displayAddress, normaliseEmail } from "@/lib/domain/address";
import type { Installation } from "@/lib/domain/context";
import { readCursor, writeCursor } from "@/lib/domain/cursor";
import { isId } from "@/lib/domain/id";
import type { Env } from "@/lib/env";
import { isMailboxOpen } from "./channels";
import { senderName } from "./envelope";
import { renderMessage } from "./render";

/** A message as its recipient would see it. Text messages have neither subject nor HTML. */
export type MailboxMessage = {
  id: string;
  to: string;
  /** The recipient as people write it. */
  toWords: string;
  from: string;
  channel: "email" | "sms";
  subject: string | null;
  html: string | null;
  text: string;
  createdAt: Date;
  /** Whose clock the sender reads. */
  timeZone: string;
};

type Mailbox = Pick<Installation, "db" | "keys"> & { env: Env };

function readable(row: MailboxRow, { keys, env }: Mailbox): MailboxMessage {
  const { subject, html, text } = renderMessage(row, { appUrl: env.APP_URL, keys });
  const { id, channel, address, createdAt, timeZone } = row;
  const isEmail = channel === "email";
  return {
    id,
    to: address,
    toWords: displayAddress(address),
    from: senderName(row),
    channel,
    subject: isEmail ? subject : null,
    html: isEmail ? html : null,
    text,
    createdAt: new Date(createdAt),
    timeZone,
  };
}

/** A recipient to look for: a whole address exactly, anything else as a part. "+" may have become a blank on its way. */
function recipientOf(text: string | undefined) {
  const typed = text?.trim().toLowerCase().slice(0, 320).toWellFormed();
  if (!typed) return null;
  const email = normaliseEmail(typed);
  if (email) return { address: email };
  const digits = typed.replace(/[\s().-]/g, "");
  return /^\+?\d{8,15}$/.test(digits) ? { part: digits } : { part: typed };
}

function placeOf(cursor: string | undefined) {
  const place = readCursor(cursor);
  return place && /^\d{1,15}$/.test(place.key) && isId(place.id)
    ? { at: Number(place.key), id: place.id }
    : null;
}

/** Where the next page begins, after this message. */
export const cursorOf = ({ id, createdAt }: MailboxMessage): string => writeCursor(createdAt.getTime(), id);

/**
 * What the local mailbox delivered, newest first, at most `limit` messages older than `before`, a cursor. Null
 * while a real channel is configured: then nobody may read messages here.
 */
export async function readMailbox(
  mailbox: Mailbox,
  { to, before, limit }: { to?: string; before?: string; limit: number },
): Promise<MailboxMessage[] | null> {
  if (!isMailboxOpen(mailbox.env)) return null;
  if (to?.includes("\0")) return [];
  const query = { to: recipientOf(to), before: placeOf(before), limit };
  const rows = await selectMailbox(mailbox.db, query);
  return rows.map((row) => readable(row, mailbox));
}

/** One message the local mailbox delivered; null for every other id, and while a real channel is configured. */
export async function readMailboxMessage(mailbox: Mailbox, id: string): Promise<MailboxMessage | null> {
  if (!isMailboxOpen(mailbox.env) || !isId(id)) return null;
  const row = await selectMailboxMessage(mailbox.db, id);
  return row && readable(row, mailbox);
}

/** What a message looks like to who gets it, and the link in it that lets somebody in. */
export type Preview = { hasHtml: boolean; text: string; inviteLink: string | null };

/** A message of the local mailbox as the outbox shows it; null while a real channel is configured. */
export async function readPreview(mailbox: Mailbox, id: string): Promise<Preview | null> {
  const message = await readMailboxMessage(mailbox, id);
  if (!message) return null;
  const links = message.text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  const pages = ["invite", "i"].map((page) => `${mailbox.env.APP_URL}/${page}/`);
  const inviteLink = links.find((link) => pages.some((page) => link.startsWith(page))) ?? null;
  return { hasHtml: message.html !== null, text: message.text, inviteLink };
}
