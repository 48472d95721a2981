import { type CountryCode, getCountryCallingCode } from "libphonenumber-js";
import { z } from "zod";
import type { Database } from "@/db/client";
import {
  type PeoplePlace,
  type PersonRow,
  type PersonState,
  selectAudience,
  selectPeopleByAddress,
  selectPeopleByPart,
  selectPeopleByStart,
  selectPeopleByWords,
  selectWithin,
} from "@/db/queries/people";
import { displayAddress, kindOf, parseAddress } from "./address";
import type { Context, WorkspaceContext } from "./context";
import { DomainError } from "./errors";
import { domainRefusal } from "./invite-domains";
import { authorize } from "./permissions";
import { isAddressLike } from "./recipient-shape";
import { type RawRecipient, splitRecipients } from "./recipient-text";
import { fitName } from "./recipients";
import { sortKey } from "./text";

const MOST_SUGGESTIONS = 8;
const MOST_TEXTS = 500;
const LONGEST_LIST = 300_000;
/** A scan over a very large contact list gives up and leaves what the indexes found. */
const SCAN_MILLISECONDS = 150;

/** A contact the People field can offer. `address` is as people write it; `name` falls back to it. */
export type Suggestion = {
  contact: string;
  name: string;
  address: string;
  kind: "internal" | "client";
  company: string | null;
  state: PersonState;
};

/**
 * What a raw text turned out to be, with the name that stood beside it. `isColleague`: the address is
 * at the asker's own e-mail domain.
 */
export type Recognition = { text: string; name?: string } & (
  | { is: "contact"; person: Suggestion }
  | {
      is: "new";
      channel: "email" | "phone";
      address: string;
      shown: string;
      isColleague: boolean;
      /** A name stood beside it that messages must not carry. */
      isNameLeftOut?: true;
    }
  | { is: "invalid"; reason: string }
);

const UNREADABLE = "The search could not be read.";

const searched = (longest: number) =>
  z
    .string(UNREADABLE)
    .max(longest, `Use at most ${longest.toLocaleString("en")} characters.`)
    .refine(
      (value) => value.isWellFormed() && !value.includes("\0"),
      "This contains characters that cannot be searched for.",
    );

export const SuggestPeople = z.strictObject({
  q: searched(254),
  role: z.uuid("Choose a role of this workspace.").optional(),
});

const tooMany = (count: number) =>
  `That is ${count.toLocaleString("en")} people; nothing was added. Add up to ${MOST_TEXTS} at a time; the rest after these.`;

/** Texts to recognise: one by one, or as one typed or pasted list. */
export const RecognisePeople = z.union(
  [
    z
      .strictObject({ texts: z.array(searched(512)).max(MOST_TEXTS) })
      .transform(({ texts }) => ({ texts: texts.map((text): RawRecipient => ({ text })) })),
    z
      .strictObject({ list: searched(LONGEST_LIST) })
      .transform(({ list }) => ({ texts: splitRecipients(list) })),
  ],
  UNREADABLE,
);

/**
 * At most eight contacts of the organization for what somebody is typing: names, e-mail addresses and
 * phone numbers that begin with it, then words of names, then (if nothing was found) any part. With a
 * role only people it is for, and where there are none the others, whom the field says it is not for. Members are
 * among them, marked. Clients and outsiders are refused.
 */
export async function suggestPeople(
  ctx: WorkspaceContext,
  { q, role }: z.output<typeof SuggestPeople>,
): Promise<Suggestion[]> {
  authorize(ctx, "people:search");
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  const audience = role ? await selectAudience(ctx.db, at, role) : "any";
  return findPeople(ctx.db, ctx, at, { q, audience: audience ?? "any" });
}

/** Whom something is for. */
export const Audience = z.enum(["internal", "client", "any"]);
export type Audience = z.output<typeof Audience>;

const kindsFor = { internal: ["internal"], client: ["client"], any: ["internal", "client"] };
export const othersThan = { internal: "client", client: "internal" } as const;

/** As `suggestPeople`, for who has been authorized, with what people are to a workspace or to a group. */
export async function findPeople(
  db: Database,
  ctx: Context,
  at: PeoplePlace,
  { q, audience }: { q: string; audience: Audience },
): Promise<Suggestion[]> {
  const found = await findOfKinds(db, ctx, at, { q, kinds: kindsFor[audience] });
  if (found.length > 0 || audience === "any") return found;
  return findOfKinds(db, ctx, at, { q, kinds: kindsFor[othersThan[audience]] });
}

async function findOfKinds(
  db: Database,
  ctx: Context,
  at: PeoplePlace,
  { q, kinds }: { q: string; kinds: string[] },
): Promise<Suggestion[]> {
  const name = sortKey(q);
  if (!name) return [];
  const phone = phoneStart(q, ctx.org.country);
  const email = q.trim().toLowerCase();
  const found = await selectPeopleByStart(db, at, { name, email, phone, kinds, limit: MOST_SUGGESTIONS });
  const isName = name.length > 1 && !isAddressLike(name);
  if (found.length < MOST_SUGGESTIONS && isName) await fillUp(db, at, found, { name, kinds });
  return found.slice(0, MOST_SUGGESTIONS).map(suggestionOf);
}

async function fillUp(
  db: Database,
  at: PeoplePlace,
  found: PersonRow[],
  { name, kinds }: { name: string; kinds: string[] },
): Promise<void> {
  const limit = MOST_SUGGESTIONS;
  const words = name.split(" ").slice(0, 5);
  const more = await selectWithin(db, SCAN_MILLISECONDS, async (tx) => {
    const byWords = await selectPeopleByWords(tx, at, { words, kinds, limit });
    if (byWords.length > 0 || found.length > 0) return byWords;
    return selectPeopleByPart(tx, at, { part: name, kinds, limit });
  });
  const known = new Set(found.map(({ contact }) => contact));
  found.push(...more.filter(({ contact }) => !known.has(contact)));
}

/** How the stored number begins that somebody is typing, in E.164; null while it is no number. */
export function phoneStart(q: string, country: string): string | null {
  const text = q.trim().replace(/^00/, "+");
  const digits = text.replace(/\D/g, "");
  if (digits.length < 3 || !/^\+?[\d\s().\-/]+$/.test(text)) return null;
  if (text.startsWith("+")) return `+${digits}`;
  return `+${getCountryCallingCode(country as CountryCode)}${digits.replace(/^0/, "")}`;
}

function suggestionOf(row: PersonRow): Suggestion {
  const { contact, kind, company, state } = row;
  const address = displayAddress(row.email ?? row.phone ?? "");
  return { contact, name: row.name ?? address, address, kind, company, state };
}

/**
 * Tells for each text, in order, whose it is: a contact of the organization, a new address in its normal form, or
 * nothing that can be invited and why; so is a new address at a domain that is not invited at. One statement for up to
 * 500 texts, more are refused. Says nothing about accounts outside the organization.
 */
export async function recognisePeople(
  ctx: WorkspaceContext,
  input: z.output<typeof RecognisePeople>,
): Promise<Recognition[]> {
  authorize(ctx, "people:search");
  const at = { orgId: ctx.org.id, workspaceId: ctx.workspace.id };
  return recogniseToInvite(ctx.db, ctx, at, input);
}

/** As `recognisePeople`, for who has been authorized. */
export async function recogniseToInvite(
  db: Database,
  ctx: Context,
  at: PeoplePlace,
  input: z.output<typeof RecognisePeople>,
): Promise<Recognition[]> {
  return (await recogniseAt(db, ctx, at, input)).map((one) => withoutBlocked(ctx, one));
}

/** A new address at a domain that is not invited at is none that can be invited: told before anything is sent. */
function withoutBlocked(ctx: Context, one: Recognition): Recognition {
  if (one.is !== "new") return one;
  const reason = domainRefusal(ctx.org, { kind: one.channel, value: one.address });
  return reason ? { text: one.text, is: "invalid", reason } : one;
}

/** The same, also of addresses at domains that are not invited at. */
export async function recogniseAt(
  db: Database,
  ctx: Context,
  at: PeoplePlace,
  { texts }: z.output<typeof RecognisePeople>,
): Promise<Recognition[]> {
  if (texts.length > MOST_TEXTS) throw new DomainError("invalid", tooMany(texts.length));
  const parsed = texts.map((raw) => ({ raw, result: parseAddress(raw.text, ctx.org.country) }));
  const addresses = parsed.flatMap(({ result }) => (result.ok ? [result.address.value] : []));
  const rows = addresses.length > 0 ? await selectPeopleByAddress(db, at, [...new Set(addresses)]) : [];
  const owners = new Map(
    rows.flatMap((row) => [row.email, row.phone].map((address) => [address, row] as const)),
  );
  return parsed.map(({ raw, result }): Recognition => {
    if (!result.ok) return { ...raw, is: "invalid", reason: result.reason };
    const { value } = result.address;
    const owner = owners.get(value);
    if (owner) return { ...raw, is: "contact", person: suggestionOf(owner) };
    const channel = kindOf(value);
    const isColleague = channel === "email" && value.split("@")[1] === ownDomain(ctx);
    const shown = displayAddress(value);
    return { ...namedFitly(raw), is: "new", channel, address: value, shown, isColleague };
  });
}

function namedFitly({ text, name }: RawRecipient) {
  if (!name) return { text };
  const fit = fitName(name);
  return fit ? { text, name: fit } : { text, isNameLeftOut: true as const };
}

/** Where everybody has an address: sharing the domain says nothing about the employer. */
const PUBLIC_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|gmx|web|proton|protonmail)\.[a-z.]+$/;

/** The e-mail domain of the one who asks, taken for the organization's; null for public mail and phones. */
function ownDomain(ctx: Context): string | null {
  const domain = ctx.actor.address.split("@")[1];
  return domain && !PUBLIC_MAIL.test(domain) ? domain : null;
}
