import { expect, test } from "vitest";
import { wordlessPages } from "./page-words";
import { readSources } from "./sources";

test("a page with parts that speak in the browser gives them their words", () => {
  const sources = readSources();
  expect(wordlessPages(sources)).toEqual([]);
  const page = (text: string) => wordlessPages([...sources, { path: "app/planted/page.tsx", text }]);
  const form = 'import { UndoForm } from "@/components/invitations/undo-form";';
  expect(page(form)).toEqual(["app/planted/page.tsx ui"]);
  const button = 'import { InviteButton } from "@/components/invitations/invite-button";';
  const words = 'import { Words } from "@/components/ui/words";';
  const late = 'import { LateWords } from "@/components/ui/late-words";';
  expect(page(`${form} ${words} export const P = () => <Words><UndoForm /></Words>;`)).toEqual([]);
  expect(page(`${form} ${late} export const P = () => <LateWords of={["invite"]} />;`)).toHaveLength(1);
  expect(page(`${button} ${words} export const P = () => <Words of={["flow"]} />;`)).toEqual([
    "app/planted/page.tsx invite",
  ]);
  for (const given of ["Words", "LateWords"])
    expect(page(`${button} ${words} ${late} export const P = () => <${given} of={["invite"]} />;`)).toEqual(
      [],
    );
});
