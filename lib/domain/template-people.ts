import { z } from "zod";
import type { Database } from "@/db/client";
import { type Asked, type FoundHolder, selectHolders, selectSuggested } from "@/db/queries/template-people";
import { parseAddress } from "./address";
import type { Context } from "./context";
import { findGroups, type GroupSuggestion } from "./group-suggestions";
import { fits, forWhom } from "./invite-roles";
import {
  Audience,
  findPeople,
  type RecognisePeople,
  type Recognition,
  recogniseToInvite,
  type Suggestion,
  SuggestPeople,
} from "./people";
import { authorize } from "./permissions";
import { isAddressLike } from "./recipient-shape";
import { splitRecipients } from "./recipient-text";
import { type RecipientInput, Recipients } from "./recipients";
import { sortKey } from "./text";

/** For which kind of role people are looked for. */
export const HoldersAt = z.strictObject({ audience: Audience });

export const SuggestHolders = SuggestPeople.omit({ role: true }).extend(HoldersAt.shape);

/**
 * What was typed for a role; `kind` says what a new person is where the role leaves it open. `group`: the one that was
 * chosen, whose name the text is.
 */
export type RoleAsked = {
  audience: Audience;
  text: string;
  kind: "internal" | "client";
  group: string | null;
};

/** Who is meant; null where nobody was named, words where it cannot be told. */
export type Meant = RecipientInput | string | null;

type Raw = { text: string; name?: string };

/**
 * Who is meant for each role: a group that was chosen, a contact by address or by their whole name, a group by its name,
 * else somebody new with an address. A name that several have means the one whom the role is for. One statement.
 */
export async function readRolePeople(tx: Database, ctx: Context, asked: RoleAsked[]): Promise<Meant[]> {
  const raws = asked.map(({ text }) => splitRecipients(text));
  const wanted = asked.flatMap((one, i) =>
    lookupsOf(one, i, { raw: raws[i] ?? [], country: ctx.org.country }),
  );
  const found = await selectHolders(tx, ctx.org.id, wanted);
  return asked.map((one, i) => {
    const { group, text } = one;
    const [only = group ? { text } : null, ...more] = raws[i] ?? [];
    const holders = found.filter((holder) => holder.i === i);
    const exact = holders.filter(({ key }) => key === sortKey(text));
    if (!only) return text.trim() ? `“${text.trim()}” is neither a name nor an address` : null;
    if (more.length > 0 && holders.length === 0) return "a role is held by one person or one group; name one";
    return meantBy(one, only, exact.length > 0 ? exact : holders);
  });
}

/** The group that was chosen; else an address, or names: the whole text, and what a list would read in it. */
function lookupsOf({ group, text }: RoleAsked, i: number, read: { raw: Raw[]; country: string }): Asked[] {
  if (group) return [{ i, group }];
  const [only, ...more] = read.raw;
  if (!only || (more.length > 0 && text.includes("@"))) return [];
  if (more.length > 0 || !isAddressLike(only.text)) {
    const names = more.length > 0 ? [text] : [text, only.text];
    return [...new Set(names.map(sortKey))].map((key) => ({ i, key }));
  }
  const parsed = parseAddress(only.text, read.country);
  return parsed.ok ? [{ i, [parsed.address.kind]: parsed.address.value }] : [];
}

function meantBy({ audience, kind }: RoleAsked, { text, name }: Raw, found: FoundHolder[]): Meant {
  const fitting = found.filter((holder) => fits({ audience }, holder.kind));
  const [only, ...others] = fitting.length > 0 ? fitting : found;
  if (!only && isAddressLike(text)) return newPerson(text, name, audience === "any" ? kind : audience);
  if (!only) return `nobody here is called “${text}”; type an email or phone number`;
  if (fitting.length === 0) return forWhom({ audience });
  if (others.length > 0) return `several are called “${text}”; type the email or phone number`;
  return only.type === "group" ? { group: only.id } : { contact: only.id };
}

/** Somebody new, under the rules that the field for people has for names and addresses. */
function newPerson(address: string, name: string | undefined, kind: "internal" | "client"): Meant {
  const read = Recipients.safeParse(JSON.stringify([{ address, kind, ...(name && { name }) }]));
  return read.success ? (read.data[0] ?? null) : (read.error.issues[0]?.message ?? "cannot be read");
}

/** Contacts and groups for what somebody is typing for a role, as `suggestPeople` and `suggestGroups` find them. */
export async function suggestHolders(
  ctx: Context,
  input: z.output<typeof SuggestHolders>,
): Promise<{ people: Suggestion[]; groups: GroupSuggestion[] }> {
  authorize(ctx, "templates:use");
  const orgId = ctx.org.id;
  const [people, groups] = await Promise.all([
    findPeople(ctx.db, ctx, { orgId, groupId: null }, input),
    findGroups(ctx.db, { orgId, workspaceId: null }, input),
  ]);
  return { people, groups };
}

/** As `recognisePeople`, for a role; a contact of the kind it is not for is not fit for it, and why. */
export async function recogniseHolders(
  ctx: Context,
  role: z.output<typeof HoldersAt>,
  input: z.output<typeof RecognisePeople>,
): Promise<Recognition[]> {
  authorize(ctx, "templates:use");
  const found = await recogniseToInvite(ctx.db, ctx, { orgId: ctx.org.id, groupId: null }, input);
  return found.map((one) =>
    one.is === "contact" && !fits(role, one.person.kind)
      ? { text: one.text, name: one.person.name, is: "invalid", reason: forWhom(role) }
      : one,
  );
}

/** Names that the fields for people suggest without script: groups, and people with their address. */
export async function listSuggested(ctx: Context): Promise<Record<Audience, string[]>> {
  authorize(ctx, "templates:use");
  const rows = await selectSuggested(ctx.db, ctx.org.id);
  const of = (kind: "internal" | "client") => rows.filter((row) => row.kind === kind).map(({ text }) => text);
  return { internal: of("internal"), client: of("client"), any: rows.map(({ text }) => text) };
}
