import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { Recognition, Suggestion } from "@/lib/domain/people";
import { isAddressLike, shapeOf } from "@/lib/domain/recipient-shape";
import type { RoomWords } from "@/lib/words/room";
import { stateWords } from "./chip-words";
import type { Kind } from "./chips";

type T = RoomWords<"invite">;

export type Audience = Kind | "any";
export type Verb = "invite" | "add";

/** A line of the list under the field. `isOff`: shown with its reason, not to be taken. */
export type Row = { key: string; label: string; note: string; isOff: boolean } & (
  | { type: "person"; person: Suggestion }
  | { type: "group"; group: GroupSuggestion; detail: string }
  | { type: "new"; kind: Kind; detail?: undefined }
  | { type: "request"; detail: string }
);

export type Found = { people: Suggestion[]; groups: GroupSuggestion[]; typed: Recognition | null };

export type RowsFor = {
  /** What was typed: an address if there is one in it, the text otherwise. */
  query: string;
  found: Found;
  /** Contacts and groups that are chips already. */
  chosen: ReadonlySet<string>;
  isAdmin: boolean;
  audience: Audience;
  /** For a role, members may be chosen. */
  withMembers: boolean;
  /** What happens to somebody new: invited unless said otherwise. */
  verb?: Verb;
  /** Whether the admins can be asked for a new internal user. */
  mayRequest?: boolean;
};

/** The rows for what is being typed: people first, then groups, then the ways to invite somebody new. */
export function rowsFor(input: RowsFor, t: T): Row[] {
  const people = input.found.people.map((person) => personRow(person, input, t));
  const owner = input.found.typed?.is === "contact" ? input.found.typed.person : undefined;
  if (owner && !people.some(({ key }) => key === owner.contact)) people.unshift(personRow(owner, input, t));
  const groups = input.found.groups.map((group) => groupRow(group, input, t));
  const isOwned = people.some(({ person }) => person.address === input.query.toLowerCase());
  return isOwned || owner ? people : [...people, ...groups, ...newRows(input, t)];
}

/** Why somebody of this kind, or a group of them, cannot be taken; null for those who are looked for. */
function whyUnfit(kind: Kind, { audience, verb }: RowsFor, t: T): string | null {
  if (audience === "any" || kind === audience) return null;
  return t(`people.rows.isFor.${verb === "add" ? "group" : "role"}.${audience}`);
}

function groupRow(group: GroupSuggestion, input: RowsFor, t: T): Row {
  const { chosen, withMembers } = input;
  const { group: key, name: label, kind, size, isAdded } = group;
  const row = { key, label, type: "group" as const, group, detail: t("people.count", { count: size }) };
  if (chosen.has(key)) return { ...row, note: t("people.rows.inList"), isOff: true };
  const unfit = whyUnfit(kind === "team" ? "internal" : "client", input, t);
  if (unfit) return { ...row, note: unfit, isOff: true };
  if (size === 0) return { ...row, note: t("people.rows.empty"), isOff: true };
  const said = t(`people.groups.${kind}`);
  const note = isAdded ? t("people.rows.added", { kind: said }) : said;
  return { ...row, note, isOff: isAdded && !withMembers };
}

function personRow(person: Suggestion, input: RowsFor, t: T): Row & { type: "person" } {
  const { chosen, isAdmin, withMembers } = input;
  const { contact: key, name: label, kind, state } = person;
  const row = { key, label, type: "person" as const, person };
  if (chosen.has(key)) return { ...row, note: t("people.rows.inList"), isOff: true };
  const unfit = whyUnfit(kind, input, t);
  if (unfit) return { ...row, note: unfit, isOff: true };
  if (kind === "internal" && state === "no_account" && !isAdmin)
    return { ...row, note: t("people.rows.adminsOnly"), isOff: true };
  return {
    ...row,
    note: stateWords(person, t),
    isOff: state === "deactivated" || (state === "member" && !withMembers),
  };
}

function newRows(input: RowsFor, t: T): Row[] {
  const { query, found, isAdmin, audience, verb = "invite", mayRequest = true } = input;
  const { typed } = found;
  const isReady = typed?.is === "new" || (!typed && shapeOf(query) !== "text");
  const shown = typed?.is === "new" ? typed.shown : query;
  const row = (kind: Kind): Row => ({
    key: `new-${kind}`,
    type: "new",
    kind,
    label: t(`people.rows.${verb}.${kind}`, { name: shown }),
    note: "",
    isOff: false,
  });
  const forClients = audience !== "internal";
  const request = requestRow(shown, forClients, t);
  const internal = isAdmin ? row("internal") : request;
  if (!isReady)
    return [{ ...(forClients ? row("client") : internal), note: whyUnready(input, t), isOff: true }];
  const client = forClients ? [row("client")] : [];
  if (audience === "client") return client;
  if (!isAdmin) return [...client, mayRequest ? request : { ...request, note: "", isOff: true }];
  return typed?.is === "new" && typed.isColleague ? [internal, ...client] : [...client, internal];
}

function whyUnready({ query, found: { typed } }: RowsFor, t: T): string {
  return typed?.is === "invalid" && isAddressLike(query) ? typed.reason : t("people.rows.unfinished");
}

const requestRow = (shown: string, forClients: boolean, t: T): Row => ({
  key: "request",
  type: "request",
  label: t("people.rows.invite.internal", { name: shown }),
  note: t("people.rows.request"),
  detail: t(forClients ? "people.askAdminOrClient" : "people.askAdmin"),
  isOff: false,
});

/** The nearest row that can be taken, going `step` from `from`, round the ends; -1 if there is none. */
export function nextRow(rows: Row[], from: number, step: 1 | -1): number {
  for (let i = 1; i <= rows.length; i++) {
    const at = (from + step * i + rows.length * 2) % rows.length;
    if (!rows[at]?.isOff) return at;
  }
  return -1;
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Of an older answer, what still fits the text while the newer one is on its way. */
export function stillFitting(found: Found, query: string): Found {
  const words = fold(query).split(/\s+/);
  const fits = ({ name, address }: Pick<Suggestion, "name" | "address">) =>
    words.every((word) => fold(`${name} ${address}`).includes(word));
  return {
    people: found.people.filter(fits),
    groups: found.groups.filter(({ name }) => fits({ name, address: "" })),
    typed: null,
  };
}
