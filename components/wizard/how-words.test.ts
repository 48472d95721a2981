import { expect, test } from "vitest";
import { wordsOf } from "@/tests/words";
import { howWords } from "./how-words";

const [english, german] = [wordsOf("wizard"), wordsOf("wizard", "de")];
const sends = { workspace: 7, contacts: 1, quiet: 0, known: 0 };

test("the button says to how many something is sent, where that is certain", () => {
  expect(howWords("workspace", sends, english)).toBe("Add to Workspace · send to 7 people");
  expect(howWords("contacts", { ...sends, known: 1 }, english)).toBe("Add to Contacts · send to 1 person");
  expect(howWords("quiet", sends, english)).toBe("Add to Contacts Quietly");
  expect(howWords("workspace", null, english)).toBe("Add to Workspace");
});

test("who is known may be in the workspace already: then the number is the most", () => {
  const known = { ...sends, known: 1 };
  expect(howWords("workspace", known, english)).toBe("Add to Workspace · send to up to 7 people");
  expect(howWords("workspace", known, german)).toContain("an bis zu 7 Personen senden");
});
