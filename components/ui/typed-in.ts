/** Every text field of a form with all its values, as refusals give them back; React's own hidden fields left out. */
export function typedIn(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return Object.fromEntries(names.map((name) => [name, texts(name)]));
}

/** Puts what was typed back into a form that React has emptied. */
export function typeAgain(form: HTMLFormElement, typed: Record<string, string[]>): void {
  for (const [name, [value = ""]] of Object.entries(typed)) {
    const field = form.elements.namedItem(name);
    const isText = field instanceof HTMLInputElement && !["checkbox", "radio", "hidden"].includes(field.type);
    if (
      isText ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement ||
      field instanceof RadioNodeList
    )
      field.value = value;
  }
}
