import path from "node:path";
import { parse, type Source } from "./sources";

const find = (sources: Map<string, Source>, target: string) =>
  [target, `${target}.ts`, `${target}.tsx`].find((file) => sources.has(file));

const known = new WeakMap<Source, string[]>();

/** What a file brings along, and what it loads later. */
function broughtBy(source: Source): string[] {
  const brought = known.get(source) ?? readBrought(source);
  known.set(source, brought);
  return brought;
}

function readBrought(source: Source): string[] {
  if (source.path.endsWith(".css")) return [];
  const at = parse(source)
    .filter(
      ({ importKind, exportKind, source: from }) =>
        typeof from?.value === "string" && importKind !== "type" && exportKind !== "type",
    )
    .map(({ source: from }) => String(from?.value));
  const later = [...source.text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name = ""]) => name);
  return [...at, ...later].map((name) => {
    if (name.startsWith("@/")) return name.slice(2);
    return name.startsWith(".") ? path.posix.join(path.posix.dirname(source.path), name) : name;
  });
}

const begins = (source: Source, directive: string) => source.text.trimStart().startsWith(`"${directive}"`);

const namesIn = (text: string): string[] => [...text.matchAll(/"(\w+)/g)].map(([, name = ""]) => name);

/** Rooms whose words parts of a page ask for in the browser, and rooms whose words it gives them. */
function roomsOf(sources: Map<string, Source>, page: string): { asked: Set<string>; given: Set<string> } {
  const seen = new Set<string>();
  const found = { asked: new Set<string>(), given: new Set<string>() };
  const walk = (file: string, isInBrowser: boolean): void => {
    const source = sources.get(file);
    if (!source || seen.has(file + isInBrowser) || begins(source, "use server")) return;
    seen.add(file + isInBrowser);
    const isHere = isInBrowser || begins(source, "use client");
    const asked = isHere ? source.text.match(/\buseTranslations\("\w+/g) : null;
    for (const room of (asked ?? []).flatMap(namesIn)) found.asked.add(room);
    const given = /ui\/(late-)?words"/.test(source.text) ? source.text.match(/<(Late)?Words\b[^>]*>/g) : null;
    for (const words of given ?? []) for (const room of ["ui", ...namesIn(words)]) found.given.add(room);
    for (const target of broughtBy(source)) walk(find(sources, target) ?? "", isHere);
  };
  walk(page, false);
  return found;
}

/** Pages with parts that ask in the browser for words which the page does not give them, with the rooms of those. */
export function wordlessPages(list: Source[]): string[] {
  const sources = new Map(list.map((source) => [source.path, source]));
  return [...sources.keys()]
    .filter((file) => /^app\/.*page\.tsx$/.test(file))
    .map((file) => {
      const { asked, given } = roomsOf(sources, file);
      return { file, missing: [...asked].filter((room) => !given.has(room)) };
    })
    .filter(({ missing }) => missing.length > 0)
    .map(({ file, missing }) => `${file} ${missing.sort().join(" ")}`);
}
