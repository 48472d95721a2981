/** Markup that is safe to send: made by `html` only, where every value has been escaped. */
export class Html {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (value: string) => value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

type Value = Html | Html[] | string | number | null | false;

function render(value: Value): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(({ text }) => text).join("");
  return value === null || value === false ? "" : escape(String(value));
}

/** Template tag of the pages for strangers: values are escaped, nested markup is kept, null and false vanish. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(
    parts.reduce((text, part, i) => text + part + (i < values.length ? render(values[i] ?? null) : ""), ""),
  );

const MARK = /⟦([A-Za-z]+)⟧|<([A-Za-z]+)>([^<]*)<\/\2>/g;

/**
 * Words of the catalogue with their ⟦slots⟧ filled, escaped as everything is; what stands in `<signIn>…</signIn>` becomes
 * a link to the value of that name.
 */
export function say(words: string, values: Record<string, Html | string> = {}): Html {
  const parts: Html[] = [];
  let end = 0;
  for (const { index, 0: mark, 1: slot, 2: link = "", 3: inner = "" } of words.matchAll(MARK)) {
    const value = values[slot ?? link] ?? "";
    parts.push(
      html`${words.slice(end, index)}`,
      slot ? html`${value}` : html`<a href="${value}">${inner}</a>`,
    );
    end = index + mark.length;
  }
  return html`${parts}${words.slice(end)}`;
}
