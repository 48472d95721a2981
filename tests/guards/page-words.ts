import path from "node:path";
import { parse, type Source } from "./sources";

const find = (sources: Map<string, Source>, target: string) =>
  [target, `${target}.ts`, `${target}.tsx`].find((file) => sources.has(file));

type Brought = { at: string; isLater: boolean };

const known = new WeakMap<Source, Brought[]>();

/** What a file brings along, and what it loads later. */
function broughtBy(source: Source): Brought[] {
  const brought = known.get(source) ?? readBrought(source);
  known.set(source, brought);
  return brought;
}

function readBrought(source: Source): Brought[] {
  if (source.path.endsWith(".css")) return [];
  const atOnce = parse(source)
    .filter(
      ({ importKind, exportKind, source: from }) =>
        typeof from?.value === "string" && importKind !== "type" && exportKind !== "type",
    )
    .map(({ source: from }) => ({ name: String(from?.value), isLater: false }));
  const later = [...source.text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name = ""]) => ({
    name,
    isLater: true,
  }));
  const isBeside = (name: string) => name.startsWith(".");
  return [...atOnce, ...later].map(({ name, isLater }) => ({
    at: isBeside(name) ? path.posix.join(path.posix.dirname(source.path), name) : name.replace("@/", ""),
    isLater,
  }));
}

const isForBrowser = ({ text }: Source) => text.trimStart().startsWith(`"use client"`);

const namesIn = (text: string): string[] => [...text.matchAll(/"(\w+)/g)].map(([, name = ""]) => name);

/** Rooms by whether they are for all parts of a page, or for those alone that are loaded later. */
type Rooms = { atOnce: Set<string>; later: Set<string> };

const noRooms = (): Rooms => ({ atOnce: new Set(), later: new Set() });

/** Rooms whose words parts of a page ask for in the browser, and rooms whose words it gives them. */
function roomsOf(sources: Map<string, Source>, page: string): { asked: Rooms; given: Rooms } {
  const seen = new Set<string>();
  const found = { asked: noRooms(), given: noRooms() };
  const walk = (file: string, isInBrowser: boolean, isLater: boolean): void => {
    const source = sources.get(file);
    const visit = `${file} ${isInBrowser} ${isLater}`;
    if (!source || seen.has(visit)) return;
    seen.add(visit);
    const isHere = isInBrowser || isForBrowser(source);
    const asked = isHere ? source.text.match(/\buseTranslations\("\w+/g) : null;
    for (const room of (asked ?? []).flatMap(namesIn)) found.asked[isLater ? "later" : "atOnce"].add(room);
    const given = /ui\/(late-)?words"/.test(source.text) ? source.text.match(/<(Late)?Words\b[^>]*>/g) : null;
    for (const words of given ?? [])
      for (const room of ["ui", ...namesIn(words)])
        found.given[words.startsWith("<Late") ? "later" : "atOnce"].add(room);
    for (const one of broughtBy(source)) walk(find(sources, one.at) ?? "", isHere, isLater || one.isLater);
  };
  walk(page, false, false);
  return found;
}

/** Pages with parts that ask in the browser for words which the page does not give them, with the rooms of those. */
export function wordlessPages(list: Source[]): string[] {
  const sources = new Map(list.map((source) => [source.path, source]));
  return [...sources.keys()]
    .filter((file) => /^app\/.*page\.tsx$/.test(file))
    .map((file) => {
      const { asked, given } = roomsOf(sources, file);
      const late = [...asked.later].filter((room) => !given.later.has(room));
      const missing = new Set([...asked.atOnce, ...late].filter((room) => !given.atOnce.has(room)));
      return { file, missing };
    })
    .filter(({ missing }) => missing.size > 0)
    .map(({ file, missing }) => `${file} ${[...missing].sort().join(" ")}`);
}
