import path from "node:path";
import { parse, type Source } from "./sources";

const find = (sources: Map<string, Source>, target: string) =>
  [target, `${target}.ts`, `${target}.tsx`].find((file) => sources.has(file));

/** What a file brings along; what it loads later is not among it. */
const broughtBy = (source: Source): string[] =>
  source.path.endsWith(".css")
    ? []
    : parse(source)
        .filter(
          ({ importKind, exportKind, source: from }) =>
            typeof from?.value === "string" && importKind !== "type" && exportKind !== "type",
        )
        .map(({ source: from }) => String(from?.value))
        .map((name) =>
          name.startsWith("@/")
            ? name.slice(2)
            : name.startsWith(".")
              ? path.posix.join(path.posix.dirname(source.path), name)
              : name,
        );

const begins = (source: Source, directive: string) => source.text.trimStart().startsWith(`"${directive}"`);

/** Whether a page has parts that speak in the browser, and whether it gives words to any. */
function look(sources: Map<string, Source>, page: string): { speaks: boolean; gives: boolean } {
  const seen = new Set<string>();
  const found = { speaks: false, gives: false };
  const walk = (file: string, isInBrowser: boolean): void => {
    const source = sources.get(file);
    if (!source || seen.has(file + isInBrowser) || begins(source, "use server")) return;
    seen.add(file + isInBrowser);
    if (file === "components/ui/words.tsx") found.gives = true;
    else
      for (const target of broughtBy(source)) {
        const isHere = isInBrowser || begins(source, "use client");
        if (target === "next-intl" && isHere) found.speaks = true;
        walk(find(sources, target) ?? "", isHere);
      }
  };
  walk(page, false);
  return found;
}

/** Pages below an organization that bring parts along which speak in the browser, and give them no words. */
export function wordlessPages(list: Source[]): string[] {
  const sources = new Map(list.map((source) => [source.path, source]));
  return [...sources.keys()]
    .filter((file) => /^app\/.*page\.tsx$/.test(file))
    .filter((file) => {
      const { speaks, gives } = look(sources, file);
      return speaks && !gives;
    });
}
