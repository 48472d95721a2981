import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { Recognition, Suggestion } from "@/lib/domain/people";
import { isAddressLike, shapeOf } from "@/lib/domain/recipient-shape";
import { ASK_AN_ADMIN, groupKinds, ONLY_ADMINS, peopleWords, stateWords } from "./chip-words";
import type { Kind } from "./chips";

export type Audience = Kind | "any";
export type Verb = "Invite" | "Add";

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
export function rowsFor(input: RowsFor): Row[] {
  const people = input.found.people.map((person) => personRow(person, input));
  const owner = input.found.typed?.is === "contact" ? input.found.typed.person : undefined;
  if (owner && !people.some(({ key }) => key === owner.contact)) people.unshift(personRow(owner, input));
  const groups = input.found.groups.map((group) => groupRow(group, input));
  return owner ? people : [...people, ...groups, ...newRows(input)];
}

function groupRow(group: GroupSuggestion, { chosen, withMembers }: RowsFor): Row {
  const { group: key, name: label, kind, size, isAdded } = group;
  const row = { key, label, type: "group" as const, group, detail: peopleWords(size) };
  if (chosen.has(key)) return { ...row, note: "already in the list", isOff: true };
  if (size === 0) return { ...row, note: "nobody in it yet", isOff: true };
  const note = isAdded ? `${groupKinds[kind]} · already added` : groupKinds[kind];
  return { ...row, note, isOff: isAdded && !withMembers };
}

function personRow(person: Suggestion, { chosen, isAdmin, withMembers }: RowsFor): Row & { type: "person" } {
  const { contact: key, name: label, kind, state } = person;
  const row = { key, label, type: "person" as const, person };
  if (chosen.has(key)) return { ...row, note: "already in the list", isOff: true };
  if (kind === "internal" && state === "no_account" && !isAdmin)
    return { ...row, note: "Only admins can invite", isOff: true };
  return {
    ...row,
    note: stateWords(person),
    isOff: state === "deactivated" || (state === "member" && !withMembers),
  };
}

function newRows({
  query,
  found: { typed },
  isAdmin,
  audience,
  verb = "Invite",
  mayRequest = true,
}: RowsFor): Row[] {
  const isReady = typed?.is === "new" || (!typed && shapeOf(query) !== "text");
  const shown = typed?.is === "new" ? typed.shown : query;
  const row = (kind: Kind, note: string): Row => ({
    key: `new-${kind}`,
    type: "new",
    kind,
    label: `${verb} New ${kind === "client" ? "Client" : "Internal User"} “${shown}”`,
    note,
    isOff: !isReady,
  });
  const forClients = audience !== "internal";
  if (!isReady) {
    const isWrong = typed?.is === "invalid" && isAddressLike(query);
    return [
      row(
        forClients ? "client" : "internal",
        isWrong ? typed.reason : "finish typing an email or phone number",
      ),
    ];
  }
  const client = forClients ? [row("client", "")] : [];
  if (audience === "client") return client;
  if (!isAdmin)
    return [...client, { ...requestRow(shown, forClients), ...(!mayRequest && { note: "", isOff: true }) }];
  const internal = row("internal", "");
  return typed?.is === "new" && typed.isColleague ? [internal, ...client] : [...client, internal];
}

const requestRow = (shown: string, forClients: boolean): Row => ({
  key: "request",
  type: "request",
  label: `Invite New Internal User “${shown}”`,
  note: "Request",
  detail: forClients ? ASK_AN_ADMIN : `${ONLY_ADMINS} Ask an admin.`,
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
