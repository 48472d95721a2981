import "./people-field.css";
import { useTranslations } from "next-intl";
import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from "react";
import { isAddressLike, shapeOf } from "@/lib/domain/recipient-shape";
import { ChipList } from "./chip-list";
import type { Chip } from "./chips";
import { FieldNotes } from "./field-notes";
import { SuggestionList } from "./suggestion-list";
import { type ComboboxOptions, useCombobox } from "./use-combobox";

type PeopleFieldProps = ComboboxOptions & {
  /** Of the input, unless it is all people. */
  label?: string;
  hint: string;
  /** Buttons beside what is said about a chip: resend, request, invite as client instead. */
  offers?: (chip: Chip) => ReactNode;
  /** Of the input; for a form that points at it. */
  id?: string;
  /** What the form says about the field as a whole. */
  error?: string;
};

/**
 * The field for people: chips, then an input with suggestions (an editable combobox). Understands
 * typed and pasted lists, keeps what cannot be invited with the reason, and loses nothing.
 */
export function PeopleField({ label, hint, offers, id: given, error, ...options }: PeopleFieldProps) {
  const { people, isAdmin, audience, verb } = options;
  const { chips, input } = people;
  const t = useTranslations("invite");
  const own = useId();
  const id = given ?? own;
  const field = useRef<HTMLDivElement>(null);
  const box = useCombobox(options);
  const { onKeyDown, onChange, onPaste } = useTyping(options, box, field);
  useClicks(field, people.input, box);
  return (
    <div className="people" ref={field}>
      <label className="label" htmlFor={id}>
        {label ?? t("people.label")}
      </label>
      <div className="people-box" data-box>
        <ChipList people={people} mayTurn={isAdmin && audience === "any"} />
        <input
          ref={input}
          id={id}
          className="people-input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={box.isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={box.active >= 0 ? `${id}-${box.active}` : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={Boolean(error) || chips.list.some(({ problem }) => problem) || undefined}
          value={people.text}
          onChange={onChange}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
        />
      </div>
      <SuggestionList id={id} box={box} />
      <p id={`${id}-hint`} className="hint" hidden={box.isOpen || chips.list.some(({ problem }) => problem)}>
        {hint}
      </p>
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      <FieldNotes chips={chips} isAdmin={isAdmin} audience={audience} verb={verb} offers={offers} />
    </div>
  );
}

/** A pasted list that could not be read stays in the input, unless it is longer than this. */
const LONGEST_INPUT = 10_000;

type Box = ReturnType<typeof useCombobox>;

/** What typing, keys and pasting do in the input. */
function useTyping({ people }: ComboboxOptions, box: Box, field: { current: HTMLDivElement | null }) {
  const { chips, text, type } = people;

  function lastChip(): boolean {
    const last = [...(field.current?.querySelectorAll<HTMLElement>("[data-remove]") ?? [])].at(-1);
    last?.focus();
    return Boolean(last);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    const goesBack = (event.key === "Backspace" && !text) || (event.key === "ArrowLeft" && isAtStart);
    const isTaken = goesBack ? chips.list.length > 0 && lastChip() : box.onKey(event);
    if (!isTaken) return;
    event.preventDefault();
    if (event.key === "Escape") event.stopPropagation();
  }

  function onChange({ target: { value } }: ChangeEvent<HTMLInputElement>): void {
    box.open();
    box.setMarked(null);
    const typed = value.replace(/[\s,;]+$/, "").trim();
    const last = value.slice(-1);
    const isEnded = /[,;]/.test(last) ? isAddressLike(typed) : last === " " && shapeOf(typed) === "email";
    type(value);
    if (!isEnded) return;
    people.take(typed);
    box.close();
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData("text").trim();
    const whole = text.slice(0, selectionStart ?? 0) + pasted + text.slice(selectionEnd ?? text.length);
    if (!isAddressLike(whole) && !/[\n\t,;]/.test(pasted)) return;
    event.preventDefault();
    people.take(whole, undefined, pasted.length < LONGEST_INPUT ? whole.replace(/\s*\n\s*/g, ", ") : text);
    box.close();
  }

  return { onKeyDown, onChange, onPaste };
}

type Ref = { current: HTMLElement | null };

/**
 * A click beside the input means the input, which keys reach anyway. One elsewhere closes the list once it is done, so
 * that nothing moves under the pointer.
 */
function useClicks(field: Ref, input: Ref, { isOpen, close }: Pick<Box, "isOpen" | "close">): void {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof HTMLElement)) return;
      if (!field.current?.contains(target)) return isOpen && close();
      if ("box" in target.dataset) input.current?.focus();
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  });
}
