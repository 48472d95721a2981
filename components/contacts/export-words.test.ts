import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { exportWords } from "./export-words";

test("a file of contacts speaks its reader's language", () => {
  const german = exportWords(wordsOf("contacts", "de"), wordsOf("ui", "de"));
  expect(german.headings.join()).toBe("Name,E-Mail,Telefon,Firma,Position,Art,Status,Gruppen,Hinzugefügt");
  expect([german.kinds.client, german.states.invited]).toEqual(["Kunde", "Nicht beigetreten"]);
  const english = exportWords(wordsOf("contacts"), wordsOf("ui"));
  expect(english.headings.join()).toBe("Name,Email,Phone,Company,Title,Kind,Status,Groups,Added");
});
