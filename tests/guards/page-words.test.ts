import { expect, test } from "vitest";
import { wordlessPages } from "./page-words";
import { readSources } from "./sources";

test("a page with parts that speak in the browser gives them their words", () => {
  const sources = readSources();
  expect(wordlessPages(sources)).toEqual([]);
  const planted = {
    path: "app/planted/page.tsx",
    text: 'import { UndoForm } from "@/components/invitations/undo-form";',
  };
  expect(wordlessPages([...sources, planted])).toEqual([planted.path]);
});
