import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { Recognition, Suggestion } from "@/lib/domain/people";
import type { Outcome } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

type T = RoomWords<"invite">;

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
export function changeChips(state: Chips, event: ChipsEvent, t: T): Chips {
  switch (event.type) {
    case "add":
      return add(
        state,
        event.found.map((found) => chipOf(found, event.kind)),
        t,
      );
    case "tell":
      return tell(state, event.found, t);
    case "remove":
      return event.isQuiet ? withoutChip(state, event.id) : remove(state, event.id, t);
    case "turn":
      return {
        ...state,
        list: state.list.map((chip) => (chip.id === event.id ? turned(chip, event.kind) : chip)),
      };
    case "keep":
      return keep(state, event.outcomes, t);
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

function add(state: Chips, chips: Chip[], t: T): Chips {
  const list = [...state.list];
  const known = new Set(list.map(keyOf));
  const added: Chip[] = [];
  for (const chip of chips) {
    if (!known.has(keyOf(chip))) added.push({ ...chip, id: state.made + added.length + 1 });
    known.add(keyOf(chip));
  }
  const next = { ...state, list: [...list, ...added], made: state.made + added.length };
  const [first] = chips;
  if (chips.length > 1) return say(next, listWords(added, t), true);
  if (!first) return next;
  return added.length > 0
    ? say(next, t("people.said.added", { name: labelOf(first) }), false)
    : say(next, inList(first, t), true);
}

const inList = (chip: Chip, t: T) => t("people.said.inList", { name: labelOf(chip) });

/** The one line about a pasted list: "48 added · 2 already members · 1 needs fixing". */
function listWords(chips: Chip[], t: T): string {
  const members = chips.filter(({ person }) => person?.state === "member").length;
  const bad = chips.filter(({ problem }) => problem).length;
  const parts = [t("people.said.listAdded", { count: chips.length - members - bad })];
  if (members > 0) parts.push(t("people.said.listMembers", { count: members }));
  if (bad > 0) parts.push(t("people.said.listBad", { count: bad }));
  return parts.join(" · ");
}

/** The server's word on a text that became a chip before it was asked; a chip told twice becomes one. */
function tell(state: Chips, found: Recognition, t: T): Chips {
  const list = state.list.map((chip) =>
    chip.text === found.text && !chip.person ? { ...chipOf(found, chip.kind), id: chip.id } : chip,
  );
  const twice = list.find((chip, i) => list.findIndex((other) => keyOf(other) === keyOf(chip)) < i);
  if (!twice) return { ...state, list };
  return say({ ...state, list: list.filter((chip) => chip !== twice) }, inList(twice, t), true);
}

const withoutChip = (state: Chips, id: number): Chips => ({
  ...state,
  list: state.list.filter((chip) => chip.id !== id),
});

function remove(state: Chips, id: number, t: T): Chips {
  const gone = state.list.find((chip) => chip.id === id);
  return gone ? say(withoutChip(state, id), t("people.said.removed", { name: labelOf(gone) }), false) : state;
}

const turned = (chip: Chip, kind: Kind): Chip => ({ ...chip, kind, problem: undefined, status: undefined });

/** After an answer: who was invited or added leaves, the others stay with the reason. */
function keep(state: Chips, outcomes: Outcome[], t: T): Chips {
  const byInput = new Map(outcomes.map((outcome) => [outcome.input, outcome]));
  const list = state.list.flatMap((chip) => {
    const outcome = byInput.get(inputOf(chip));
    if (!outcome) return chip.problem ? [chip] : [];
    const { status, reason, invitationId } = outcome;
    if (/^(?:invited|added|already_member)$/.test(status)) return [];
    return [{ ...chip, status, invitationId, problem: reason ?? t("people.said.refused") }];
  });
  return say({ ...state, list }, "", false);
}
