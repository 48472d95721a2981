import type { ShellWords } from "./shell-words";

/** One of the words that the page's shell was given, its slot filled. */
export function sayHere(word: keyof ShellWords, value = ""): string {
  const words = document.querySelector<HTMLElement>("[data-words]")?.dataset.words;
  const said = words ? (JSON.parse(words) as ShellWords)[word] : "";
  return said.replace(/⟦\w+⟧/, () => value);
}
