import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { Suggestion } from "@/lib/domain/people";
import { isAddressLike, shapeOf } from "@/lib/domain/recipient-shape";
import {
  type Chip,
  type Chips,
  type ChipsEvent,
  changeChips,
  type Entry,
  type Kind,
  labelOf,
  noChips,
} from "./chips";
import { type At, lookUp } from "./look-up";

export type People = ReturnType<typeof usePeople>;

/** Chips and text, for the screen, and as of now for what goes on after an answer. */
function useHeld() {
  const [chips, setChips] = useState(noChips);
  const [text, showText] = useState("");
  const t = useTranslations("invite");
  const now = useRef(chips);
  const typed = useRef(text);

  function setText(next: string): void {
    typed.current = next;
    showText(next);
  }

  function change(event: ChipsEvent): Chips {
    now.current = changeChips(now.current, event, t);
    setChips(now.current);
    return now.current;
  }

  const say = (words: string) => void change({ type: "say", words });

  const current = () => now.current.list;

  const unfinished = () => t("people.said.unfinished", { text: typed.current.trim() });

  /** Words that are no address stay where they are; says what they lack. */
  const sayUnfinished = () => say(unfinished());

  /** Takes what is typed; what was said about the words that stood there goes with them. */
  function type(next: string): void {
    if (now.current.said === unfinished()) say("");
    setText(next);
  }

  return { chips, text, now, typed, t, setText, type, change, say, sayUnfinished, current };
}

/**
 * What the People field holds: chips, the text behind them, what the server is still asked about (`waiting`), and
 * the ways to change it. New people are of the kind `as` unless somebody says otherwise.
 */
export function usePeople(at: At, most = Number.POSITIVE_INFINITY, as: Kind = "client") {
  const { now, typed, ...held } = useHeld();
  const { t, setText, change, say, sayUnfinished } = held;
  const input = useRef<HTMLInputElement>(null);
  const reading = useRef<Promise<unknown>>(undefined);
  const [waiting, setWaiting] = useState<string[]>([]);

  function add(found: Entry[], kind = as): boolean {
    const hasRoom = now.current.list.length + found.length <= most;
    change(hasRoom ? { type: "add", found, kind } : { type: "say", words: t("people.said.onePerson") });
    return hasRoom;
  }

  async function read(raw: string, kind?: Kind): Promise<boolean> {
    const given = raw.trim();
    const channel = shapeOf(given);
    if (channel === "text") {
      const found = await lookUp(at, { list: given }, t);
      if (typeof found !== "string") return add(found, kind);
      say(found);
      return false;
    }
    const guess = { text: given, channel, address: given, shown: given, isColleague: false };
    if (!add([{ ...guess, is: "new" }], kind)) return false;
    const found = await lookUp(at, { texts: [given] }, t);
    if (typeof found !== "string" && found[0]) change({ type: "tell", found: found[0] });
    return true;
  }

  /**
   * Takes a text out of the input. A plain address is a chip at once and the server is asked whose it
   * is; anything else the server reads first. What could not be taken comes back, as `back`.
   */
  function take(raw: string, kind?: Kind, back = raw): void {
    setText("");
    setWaiting((list) => [...list, raw]);
    const work = read(raw, kind).then((isTaken) => {
      setWaiting((list) => list.toSpliced(list.indexOf(raw), 1));
      if (!isTaken) setText([back, typed.current].filter(Boolean).join(" "));
    });
    reading.current = Promise.all([reading.current, work]);
  }

  function pick(person: Suggestion): void {
    if (add([{ text: person.address, is: "contact", person }])) setText("");
  }

  function pickGroup(group: GroupSuggestion): void {
    if (add([{ text: group.name, is: "group", group }])) setText("");
  }

  /** Turns a chip back into text, to be corrected. */
  function edit(chip: Chip): void {
    const { id, name, shown, text: raw } = chip;
    change({ type: "remove", id, isQuiet: true });
    setText(name ? `${name} <${shown ?? raw}>` : labelOf(chip));
    input.current?.focus();
  }

  /** Before sending: an address still in the input becomes a chip. Null when there is something to mend first. */
  async function settle(): Promise<Chip[] | null> {
    if (isAddressLike(typed.current.trim())) take(typed.current);
    else if (typed.current.trim()) sayUnfinished();
    await reading.current;
    if (!typed.current.trim()) return now.current.list;
    input.current?.focus();
    return null;
  }

  return { ...held, waiting, input, take, pick, pickGroup, edit, settle };
}
