import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { Recognition, Suggestion } from "@/lib/domain/people";
import type { Outcome } from "@/lib/domain/views";

export type Kind = "client" | "internal";

/** One recipient in the field. Until the server has told whose it is, a text stands for itself. */
export type Chip = {
  id: number;
  /** As it was typed; as the server spells it once recognised. */
  text: string;
  name?: string;
  kind: Kind;
  person?: Suggestion;
  /** Everybody in it, as one recipient. */
  group?: GroupSuggestion;
  /** How a new address is shown and reached. */
  shown?: string;
  channel?: "email" | "phone";
  isColleague?: boolean;
  isNameLeftOut?: boolean;
  /** Why this one cannot be invited, in words. */
  problem?: string;
  status?: Outcome["status"];
  invitationId?: string | null;
};

/** `said` is for ears; it stands below the field as well when eyes would miss what happened. */
export type Chips = { list: Chip[]; made: number; said: string; isShown: boolean };

/** What becomes a chip: what a text turned out to be, or a group that was picked. */
export type Entry = Recognition | { text: string; name?: undefined; is: "group"; group: GroupSuggestion };

export type ChipsEvent =
  | { type: "add"; found: Entry[]; kind?: Kind }
  | { type: "tell"; found: Recognition }
  | { type: "remove"; id: number; isQuiet?: boolean }
  | { type: "turn"; id: number; kind: Kind }
  | { type: "keep"; outcomes: Outcome[] }
  | { type: "say"; words: string };

export const noChips: Chips = { list: [], made: 0, said: "", isShown: false };

export const labelOf = ({ person, group, name, shown, text }: Chip): string =>
  person?.name ?? group?.name ?? name ?? shown ?? text;

/** What the server calls this recipient in its answers. */
export const inputOf = ({ person, group, text }: Chip): string => person?.contact ?? group?.group ?? text;

/** Two chips with the same key are the same person. */
const keyOf = (chip: Chip): string => inputOf(chip).toLowerCase();

const say = (state: Chips, said: string, isShown: boolean): Chips => ({ ...state, said, isShown });

/** The next state of the chips; says what happened where eyes and ears would miss it. */
export function changeChips(state: Chips, event: ChipsEvent): Chips {
  switch (event.type) {
    case "add":
      return add(
        state,
        event.found.map((found) => chipOf(found, event.kind)),
      );
    case "tell":
      return tell(state, event.found);
    case "remove":
      return remove(state, event.id, event.isQuiet);
    case "turn":
      return {
        ...state,
        list: state.list.map((chip) => (chip.id === event.id ? turned(chip, event.kind) : chip)),
      };
    case "keep":
      return keep(state, event.outcomes);
    case "say":
      return say(state, event.words, true);
  }
}

function chipOf(found: Entry, kind: Kind = "client"): Chip {
  const chip = { id: 0, text: found.text, name: found.name, kind };
  if (found.is === "group") return { ...chip, group: found.group };
  if (found.is === "contact") return { ...chip, person: found.person, kind: found.person.kind };
  if (found.is === "invalid") return { ...chip, problem: found.reason };
  const { address, shown, channel, isColleague, isNameLeftOut } = found;
  return { ...chip, text: address, shown, channel, isColleague, isNameLeftOut };
}

function add(state: Chips, chips: Chip[]): Chips {
  const list = [...state.list];
  const known = new Set(list.map(keyOf));
  const added: Chip[] = [];
  for (const chip of chips) {
    if (!known.has(keyOf(chip))) added.push({ ...chip, id: state.made + added.length + 1 });
    known.add(keyOf(chip));
  }
  const next = { ...state, list: [...list, ...added], made: state.made + added.length };
  const [first] = chips;
  if (chips.length > 1) return say(next, listWords(added), true);
  return first
    ? say(next, added.length > 0 ? `${labelOf(first)} added` : inList(first), added.length === 0)
    : next;
}

const inList = (chip: Chip) => `${labelOf(chip)} is already in the list.`;

/** The one line about a pasted list: "48 added · 2 already members · 1 needs fixing". */
function listWords(chips: Chip[]): string {
  const members = chips.filter(({ person }) => person?.state === "member").length;
  const bad = chips.filter(({ problem }) => problem).length;
  const parts = [`${chips.length - members - bad} added`];
  if (members > 0) parts.push(`${members} already ${members === 1 ? "a member" : "members"}`);
  if (bad > 0) parts.push(`${bad} ${bad === 1 ? "needs" : "need"} fixing`);
  return parts.join(" · ");
}

/** The server's word on a text that became a chip before it was asked; a chip told twice becomes one. */
function tell(state: Chips, found: Recognition): Chips {
  const list = state.list.map((chip) =>
    chip.text === found.text && !chip.person ? { ...chipOf(found, chip.kind), id: chip.id } : chip,
  );
  const twice = list.find((chip, i) => list.findIndex((other) => keyOf(other) === keyOf(chip)) < i);
  if (!twice) return { ...state, list };
  return say({ ...state, list: list.filter((chip) => chip !== twice) }, inList(twice), true);
}

function remove(state: Chips, id: number, isQuiet?: boolean): Chips {
  const gone = state.list.find((chip) => chip.id === id);
  const next = { ...state, list: state.list.filter((chip) => chip !== gone) };
  return gone && !isQuiet ? say(next, `${labelOf(gone)} removed`, false) : next;
}

const turned = (chip: Chip, kind: Kind): Chip => ({ ...chip, kind, problem: undefined, status: undefined });

/** After an answer: who was invited or added leaves, the others stay with the reason. */
function keep(state: Chips, outcomes: Outcome[]): Chips {
  const byInput = new Map(outcomes.map((outcome) => [outcome.input, outcome]));
  const list = state.list.flatMap((chip) => {
    const outcome = byInput.get(inputOf(chip));
    if (!outcome) return chip.problem ? [chip] : [];
    const { status, reason, invitationId } = outcome;
    if (/^(?:invited|added|already_member)$/.test(status)) return [];
    return [{ ...chip, status, invitationId, problem: reason ?? "could not be invited" }];
  });
  return say({ ...state, list }, "", false);
}
