/** What is searched for is in the address; what is ticked or picked is not typed. */
const TEXT = "textarea, input:not([type=hidden], [type=search], [type=checkbox], [type=radio])";

/** A person or group chosen in a field for people. */
const CHIP = "[data-remove]";

type Field = HTMLInputElement | HTMLTextAreaElement;

const isText = (target: EventTarget | null): target is Field =>
  target instanceof Element && target.matches(TEXT);

/** Knows what the reader has put into the page and has not sent: what was typed, and who was chosen. */
export function watchUnsent(signal: AbortSignal) {
  const typed = new Set<Field>();
  document.addEventListener("input", ({ target }) => isText(target) && typed.add(target), { signal });
  document.addEventListener(
    "reset",
    (event) => {
      if (event.defaultPrevented) return;
      for (const field of typed) if (field.form === event.target) typed.delete(field);
    },
    { signal },
  );
  const filled = () => [...typed].filter(({ value }) => value.trim());
  return {
    /** Something of it that the page still holds. */
    find: (): Element | null =>
      filled().find(({ isConnected }) => isConnected) ?? document.querySelector(CHIP),
    /** What was typed in this part of the page, or in one that has left it. */
    textsIn: (part: Element): string[] =>
      filled()
        .filter((field) => part.contains(field))
        .map(({ value }) => value),
  };
}

export type Unsent = ReturnType<typeof watchUnsent>;
