import fs from "node:fs";
import { gzipSync } from "node:zlib";
import { digitsPage, joinPage } from "@/components/stranger/join-pages";
import { codePage, deadPage, offerPage, otherPage } from "@/components/stranger/offer-pages";
import { catalogueIn } from "@/lib/catalogue";
import { type Language, languages } from "@/lib/domain/languages";
import { isBuilt } from "@/scripts/build-app";

const BUILD = ".next";
const PAGE = "[org]/w/[workspace]/page";

/** The heaviest of the pages for strangers, and what the page of a workspace loads first, where it is built. */
export function benchWeight(): string[] {
  const strangers = Math.max(...languages.flatMap(strangerPages).map((page) => Buffer.byteLength(page)));
  return [
    `weight: ${kB(strangers)} kB for the heaviest page for strangers, in one request (goal <= 6)`,
    isBuilt() ? builtWeight() : "weight: script and style are of no build; npm run build first",
  ];
}

const kB = (bytes: number) => (bytes / 1_000).toFixed(1);

/** The pages of an invitation and of a Workspace Link with all they can say, but for a long note. */
function strangerPages(language: Language): string[] {
  const words = catalogueIn(language);
  const place = { words, organization: "Northwind Advisory", workspace: "Acme Corp onboarding" };
  const kim = { name: "Kim Lee", address: "kim.lee@acme.example" };
  const offer = {
    ...{ ...place, inviter: "Ada Lovelace", role: "Client signatory", firstAction: "Sign the letter" },
    ...{ openActions: 3, firstDue: "December 12, 2026", note: "Hello Kim, this is what we spoke about." },
    ...{ sentTo: "k•••@acme.example", expires: "December 12, 2026, 17:00 UTC+1", expiresIn: "14 days" },
    asksName: true,
  };
  const join = {
    ...{ ...place, mode: "request" as const, request: null },
    visitor: { name: null, address: kim.address, signedInAs: kim.address },
  };
  return [
    offerPage(offer),
    codePage(offer),
    otherPage(offer, kim, { hasAsked: false, inside: null }),
    deadPage(words),
    joinPage(join),
    digitsPage(join, { address: kim.address, spent: null }),
  ];
}

/** What Next notes of a page: the files of each layout and page around it. */
type Noted = { entryJSFiles: Record<string, string[]>; entryCSSFiles: Record<string, { path: string }[]> };

/** What breaks is said by a page of its own, whose files come when it does. */
const isFirst = ([entry]: [string, unknown]) => !entry.endsWith("/app/error");

function builtWeight(): string {
  const note = fs.readFileSync(`${BUILD}/server/app/${PAGE}_client-reference-manifest.js`, "utf8");
  const { entryJSFiles, entryCSSFiles } = JSON.parse(/\] = (\{.*\});?\s*$/s.exec(note)?.[1] ?? "") as Noted;
  const { rootMainFiles } = JSON.parse(fs.readFileSync(`${BUILD}/build-manifest.json`, "utf8")) as {
    rootMainFiles: string[];
  };
  const script = [
    ...rootMainFiles,
    ...Object.entries(entryJSFiles)
      .filter(isFirst)
      .flatMap(([, files]) => files),
  ];
  const style = Object.values(entryCSSFiles).flatMap((files) => files.map(({ path }) => path));
  return `weight: ${zipped(script)} kB of script (goal <= 142) and ${zipped(style)} kB of style (goal <= 10) on the page of a workspace`;
}

const zipped = (files: string[]) =>
  kB(
    [...new Set(files)]
      .map((file) => gzipSync(fs.readFileSync(`${BUILD}/${file}`), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0),
  );
