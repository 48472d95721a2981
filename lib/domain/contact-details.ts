import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { contacts, userAddresses } from "@/db/schema";
import { recordActivity } from "./activity";
import { addressIn } from "./add-contacts";
import { type Address, displayAddress } from "./address";
import type { Context } from "./context";
import { DomainError, notFound } from "./errors";
import { isRace } from "./invite-write";
import { languages } from "./languages";
import {
  moveInvitations,
  refuseBlocked,
  refuseElsewhere,
  refuseTaken,
  wrongAddress,
} from "./move-invitations";
import { authorize, refusal } from "./permissions";
import { name, optionalLine, sortKey } from "./text";
import { OwnTimeZone } from "./time-zones";

const details = {
  name: name("Enter a name."),
  email: optionalLine(254),
  phone: optionalLine(64),
  company: optionalLine(120),
  title: optionalLine(120),
  language: z
    .union(
      [z.literal("").transform(() => null), z.null(), z.enum(languages)],
      "Choose a language of the list.",
    )
    .optional()
    .transform((value) => value ?? null),
  timeZone: OwnTimeZone.nullish().transform((zone) => zone ?? null),
};

const hasAddress = ({ email, phone }: { email: string | null; phone: string | null }) =>
  email !== null || phone !== null;
const NO_ADDRESS = "Enter an email or phone number.";
const MISSING = { message: NO_ADDRESS, path: ["email"] };

const fields = ["name", "email", "phone", "company", "title", "language", "timeZone"] as const;

/** What the form began with; what cannot be read counts as nothing seen, and then every field is written. */
const seen = z
  .string()
  .max(5_000)
  .transform((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return null;
    }
  })
  .pipe(z.partialRecord(z.enum(fields), z.string()).catch({}))
  .optional();

export const UpdateContact = z
  .strictObject({ contact: z.uuid("This contact does not exist."), seen, ...details })
  .refine(hasAddress, MISSING);

export type UpdatedContact = {
  name: string;
  /** Where their open invitations go from now on; null when no address changed that one was sent to. */
  sentTo: string | null;
};

/**
 * Changes what is known about a contact: the fields that differ from those the form began with, so that what somebody
 * else wrote into another field meanwhile stays. Of somebody who has not joined, open invitations follow a changed address:
 * links sent to the old one are dead, and the new one gets a message; while they wait to join a workspace, only who is
 * in it and admins change their addresses. Addresses of a person's own account are theirs to change. Internal users are
 * changed by admins or themselves. Refuses an address that another contact has, and names that contact; then nothing is
 * written.
 */
export async function updateContact(
  ctx: Context,
  input: z.output<typeof UpdateContact>,
): Promise<UpdatedContact> {
  authorize(ctx, "contacts:edit");
  const email = addressIn(ctx, "email", input.email, "Nothing was changed.");
  const phone = addressIn(ctx, "phone", input.phone, "Nothing was changed.");
  try {
    return await ctx.db.transaction((tx) => update(tx, ctx, input, { email, phone }));
  } catch (error) {
    if (!isRace(error)) throw error;
    throw new DomainError("conflict", "Another contact got this address a moment ago. Nothing was changed.");
  }
}

type Addresses = { email: Address | null; phone: Address | null };

async function update(
  tx: Database,
  ctx: Context,
  input: z.output<typeof UpdateContact>,
  typed: Addresses,
): Promise<UpdatedContact> {
  const { contact } = input;
  const before = await lockedContact(tx, ctx, contact);
  const wanted = {
    email: isUntouched(input, "email") ? stored(before.email, "email") : typed.email,
    phone: isUntouched(input, "phone") ? stored(before.phone, "phone") : typed.phone,
  };
  if (!wanted.email && !wanted.phone) throw new DomainError("invalid", NO_ADDRESS, { email: NO_ADDRESS });
  const words = wordsOf(input, before);
  const values = { ...words, email: wanted.email?.value ?? null, phone: wanted.phone?.value ?? null };
  const changed = fields.filter((field) => before[field] !== values[field]);
  const name = words.name ?? displayAddress(values.email ?? values.phone ?? "");
  if (changed.length === 0) return { name, sentTo: null };
  await refuseOwned(tx, before, changed);
  const fresh = changed.flatMap((field) => (field === "email" || field === "phone" ? [field] : []));
  if (fresh.length > 0 && !before.userId) await refuseElsewhere(tx, ctx, contact);
  const added = fresh.flatMap((field) => (values[field] ? [[field, values[field]] as const] : []));
  await refuseTaken(tx, ctx, contact, Object.fromEntries(added));
  await tx
    .update(contacts)
    .set({ ...values, companyKey: words.company && sortKey(words.company), sortKey: sortKey(name) })
    .where(and(eq(contacts.orgId, ctx.org.id), eq(contacts.id, contact)));
  const sentTo = before.userId ? null : await follow(tx, ctx, before, wanted);
  await recordActivity(
    tx,
    { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId, contactId: contact },
    [{ kind: "contact_edited", data: { name, fields: changed } }],
  );
  return { name, sentTo };
}

/** The field stands as the form showed it: whatever is there by now was not for this form to change. */
const isUntouched = ({ seen, ...typed }: z.output<typeof UpdateContact>, field: (typeof fields)[number]) =>
  seen?.[field] !== undefined && seen[field].trim() === (typed[field] ?? "");

const stored = (value: string | null, kind: Address["kind"]): Address | null =>
  value === null ? null : { kind, value };

function wordsOf(input: z.output<typeof UpdateContact>, before: Before) {
  const word = <K extends "company" | "title" | "language" | "timeZone">(field: K) =>
    isUntouched(input, field) ? before[field] : input[field];
  return {
    name: isUntouched(input, "name") ? before.name : input.name,
    company: word("company"),
    title: word("title"),
    language: word("language"),
    timeZone: word("timeZone"),
  };
}

async function lockedContact(tx: Database, ctx: Context, id: string) {
  const [person] = await tx
    .select({
      id: contacts.id,
      kind: contacts.kind,
      userId: contacts.userId,
      name: contacts.name,
      email: contacts.email,
      phone: contacts.phone,
      company: contacts.company,
      title: contacts.title,
      language: contacts.language,
      timeZone: contacts.timeZone,
    })
    .from(contacts)
    .where(and(eq(contacts.orgId, ctx.org.id), eq(contacts.id, id)))
    .for("update");
  if (!person) throw notFound();
  const isOwn = person.id === ctx.actor.contactId;
  const refused =
    person.kind === "internal" && !isOwn ? refusal("contacts:edit-internal", ctx.actor) : undefined;
  if (refused) throw refused;
  return person;
}

type Before = Awaited<ReturnType<typeof lockedContact>>;

/** An address that belongs to the person's account is theirs: nobody changes it from outside. */
async function refuseOwned(tx: Database, before: Before, changed: string[]): Promise<void> {
  if (!before.userId) return;
  const own = await tx
    .select({ address: userAddresses.address })
    .from(userAddresses)
    .where(eq(userAddresses.userId, before.userId));
  for (const field of ["email", "phone"] as const)
    if (changed.includes(field) && own.some(({ address }) => address === before[field]))
      throw wrongAddress(field, ownedWords(displayAddress(before[field] ?? ""), before.name));
}

const ownedWords = (address: string, name: string | null): string =>
  name
    ? `${address} belongs to the account of ${name}, who signs in with it. It cannot be changed here.`
    : `${address} belongs to the account of this person, who signs in with it. It cannot be changed here.`;

/** Invitations that were sent to an address the person no longer has go to the one that took its place. */
async function follow(
  tx: Database,
  ctx: Context,
  before: Before,
  { email, phone }: Addresses,
): Promise<string | null> {
  const still = [email?.value, phone?.value];
  const moves = [
    { from: before.email, to: email ?? phone, field: email ? "email" : "phone" },
    { from: before.phone, to: phone ?? email, field: phone ? "phone" : "email" },
  ];
  let sentTo: string | null = null;
  for (const { from, to, field } of moves) {
    if (!from || !to || still.includes(from)) continue;
    const sent = await moveInvitations(tx, ctx, { contactId: before.id, from: [from], to });
    if (sent === 0) continue;
    await refuseBlocked(tx, ctx, field, to.value);
    sentTo = displayAddress(to.value);
  }
  return sentTo;
}
