import { type KeyboardEvent, useEffect, useState } from "react";
import { isAddressLike } from "@/lib/domain/recipient-shape";
import { inputOf } from "./chips";
import { type At, useSuggestions } from "./look-up";
import { type Audience, nextRow, type Row, rowsFor, stillFitting, type Verb } from "./rows";
import type { People } from "./use-people";

export type ComboboxOptions = {
  at: At;
  people: People;
  isAdmin: boolean;
  audience: Audience;
  withMembers: boolean;
  role?: string;
  verb?: Verb;
  /** Asks the admins, where that can be done; answers whether they were asked. */
  onRequest?: (address: string) => Promise<boolean>;
  /** Somebody was chosen from the list, by click or Enter. */
  onChosen?: () => void;
};

/** The address in `Name <address>`, else the text. */
const queryOf = (text: string) => (text.match(/<([^<>]*@[^<>]*)>?$/)?.[1] ?? text).trim();

/** The rows for what is being typed, and which of them is marked: the first that can be taken, or the chosen one. */
function useRows(
  { at, people, role, ...options }: ComboboxOptions,
  isWanted: boolean,
  marked: string | null,
) {
  const query = queryOf(people.text.trim());
  const { found, isFresh } = useSuggestions(at, isWanted ? query : "", role);
  const chosen = new Set(people.chips.list.map(inputOf));
  const shown = isFresh ? found : stillFitting(found, query);
  const rows =
    isWanted && query
      ? rowsFor({ ...options, query, found: shown, chosen, mayRequest: Boolean(options.onRequest) }, people.t)
      : [];
  const markedAt = rows.findIndex(({ key, isOff }) => key === marked && !isOff);
  return { query, isFresh, rows, active: markedAt >= 0 ? markedAt : nextRow(rows, -1, 1) };
}

/** Makes a chip of what stands in a row, or asks the admins. */
function put(row: Row, query: string, { people, onRequest }: ComboboxOptions): void {
  if (row.type === "person") people.pick(row.person);
  else if (row.type === "group") people.pickGroup(row.group);
  else if (row.type === "new") people.take(people.text, row.kind);
  else onRequest?.(query).then((isDone) => isDone && people.setText(""));
}

/**
 * The list under the input, and the keys that move in it and take from it. Who has gone on from words that are still
 * looked up is not fetched back.
 */
export function useCombobox(options: ComboboxOptions) {
  const { people } = options;
  const [isWanted, setWanted] = useState(false);
  const [marked, setMarked] = useState<string | null>(null);
  const [isAwaited, setAwaited] = useState(false);
  const { query, isFresh, rows, active } = useRows(options, isWanted, marked);

  const close = () => {
    setWanted(false);
    setMarked(null);
    setAwaited(false);
  };

  function take(row: Row, isFinal = true): void {
    if (row.isOff) return;
    put(row, query, options);
    close();
    if (!isFinal) return;
    people.input.current?.focus();
    if (row.type !== "request") options.onChosen?.();
  }

  /** Takes the marked row, else makes an address a chip. False when there is nothing to take. */
  function finish(isFinal = true): boolean {
    const row = rows[active];
    if (row) take(row, isFinal);
    else if (isAddressLike(query)) people.take(people.text);
    return Boolean(row) || isAddressLike(query);
  }

  useEffect(() => {
    if (!isAwaited || !isFresh) return;
    setAwaited(false);
    if (!finish(document.activeElement === people.input.current)) people.sayUnfinished();
  });

  /** Enter on words whose suggestions are still on their way waits for them. */
  function enter(): void {
    if (finish() || !query) return;
    if (isFresh || !isWanted) people.sayUnfinished();
    else setAwaited(true);
  }

  function move(step: 1 | -1): void {
    setWanted(true);
    setMarked(rows[nextRow(rows, Math.max(active, step < 0 ? 0 : -1), step)]?.key ?? null);
  }

  /** Takes what is marked, else leaves: no list stays open behind the one who goes on. */
  function tab(mayTake: boolean): boolean {
    const isTaken = mayTake && finish(false);
    if (!isTaken) close();
    return isTaken;
  }

  /** Whether the key was one of the list's. */
  function onKey({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === "ArrowDown" || key === "ArrowUp") move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Enter") enter();
    else if (key === "Tab") return tab(!shiftKey && rows.length > 0);
    else if (key === "Escape" && rows.length > 0) close();
    else return false;
    return true;
  }

  const open = () => setWanted(true);
  return { rows, active, isOpen: rows.length > 0, open, close, take, onKey, setMarked };
}
