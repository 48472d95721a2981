import { expect, test } from "vitest";
import { wordlessPages } from "./page-words";
import { readSources } from "./sources";

test("a page with parts that speak in the browser gives them their words", () => {
  const sources = readSources();
  expect(wordlessPages(sources)).toEqual([]);
  const page = (text: string) => wordlessPages([...sources, { path: "app/planted/page.tsx", text }]);
  const form = 'import { UndoForm } from "@/components/invitations/undo-form";';
  expect(page(form)).toEqual(["app/planted/page.tsx ui"]);
  const words = 'import { Words } from "@/components/ui/words";';
  expect(page(`${form} ${words} export const P = () => <Words><UndoForm /></Words>;`)).toEqual([]);
  const late = 'import { InviteButton } from "@/components/invitations/invite-button";';
  const given = (rooms: string) => page(`${late} ${words} export const P = () => <Words of={[${rooms}]} />;`);
  expect(given('"flow"')).toEqual(["app/planted/page.tsx invite"]);
  expect(given('"invite"')).toEqual([]);
});
