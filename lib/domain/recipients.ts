import { z } from "zod";
import { splitRecipients } from "./recipient-text";
import { isMessageSafe } from "./text";

export const MOST_RECIPIENTS = 10_000;
const LONGEST_LIST = 1_900_000;

const UNREADABLE = "The list of people could not be read.";
const FOREIGN = "The list of people holds fields that do not belong to it.";

const strict = {
  error: (issue: { code?: string }) => (issue.code === "unrecognized_keys" ? FOREIGN : UNREADABLE),
};

const storable = (longest: number, tooLong: string) =>
  z
    .string(UNREADABLE)
    .max(longest, tooLong)
    .refine(
      (value) => value.isWellFormed() && !value.includes("\0"),
      "The list of people contains characters that cannot be stored.",
    );

const Known = z.strictObject({ contact: z.uuid(UNREADABLE) }, strict);

const Grouped = z.strictObject({ group: z.uuid(UNREADABLE) }, strict);

const Typed = z.strictObject(
  {
    address: storable(512, "One of the addresses is too long. Use at most 512 characters."),
    name: storable(512, "One of the names is too long. Use at most 60 characters.")
      .transform((value) => fitName(value))
      .optional(),
    kind: z.enum(["client", "internal"], UNREADABLE),
  },
  strict,
);

export type PersonInput = z.output<typeof Known> | z.output<typeof Typed>;

/** A recipient to invite: a contact, an address with what was said about its owner, or everybody of a group. */
export type RecipientInput = PersonInput | z.output<typeof Grouped>;

/** A name unfit for messages is left out, so that it spoils neither its own row nor the others. */
export function fitName(value: string): string | undefined {
  const name = value.normalize("NFC").replace(/\s+/g, " ").trim();
  return name && [...name].length <= 60 && isMessageSafe(name) && !/\p{Cc}/u.test(name) ? name : undefined;
}

/** Reads a free list, as typed or pasted: one recipient per entry, in order. New ones are clients. */
export const parseRecipients = (text: string) =>
  splitRecipients(text).map(({ text: address, name }) => ({
    address,
    kind: "client" as const,
    ...(name && { name: name.slice(0, 512) }),
  }));

function readList(text: string, ctx: z.RefinementCtx): unknown[] {
  if (!/^\s*\[\s*[[{\]]/.test(text)) return parseRecipients(text);
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list;
  } catch {
    // Falls through to the one refusal below.
  }
  ctx.addIssue("The list of people could not be read. Reload the page and try again.");
  return z.NEVER;
}

function schemaFor(entry: unknown) {
  if (typeof entry !== "object" || entry === null) return Typed;
  if ("group" in entry) return Grouped;
  return "contact" in entry ? Known : Typed;
}

function readRecipients(list: unknown[], ctx: z.RefinementCtx): RecipientInput[] {
  const recipients: RecipientInput[] = [];
  for (const entry of list) {
    const read = schemaFor(entry).safeParse(entry);
    if (read.success) recipients.push(read.data);
    else {
      ctx.addIssue(read.error.issues[0]?.message ?? UNREADABLE);
      return z.NEVER;
    }
  }
  return recipients;
}

/**
 * The form field `people`: a JSON list of recipients from the People field, or free text from a plain
 * text area. At least one and at most 10,000; strict about keys, lengths and characters. Whether an
 * address is valid is decided for each recipient later and is no refusal here.
 */
export const Recipients = z
  .string("Add at least one person.")
  .max(
    LONGEST_LIST,
    `This list is too long. Invite at most ${MOST_RECIPIENTS.toLocaleString("en")} people at once.`,
  )
  .refine(
    (value) => value.isWellFormed() && !value.includes("\0"),
    "The list of people contains characters that cannot be stored.",
  )
  .transform(readList)
  .refine((list) => list.length > 0, "Add at least one person.")
  .refine(
    (list) => list.length <= MOST_RECIPIENTS,
    `Invite at most ${MOST_RECIPIENTS.toLocaleString("en")} people at once.`,
  )
  .transform(readRecipients);
