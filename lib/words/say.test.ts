import { expect, test } from "vitest";
import { sayIn } from "./say";

test("a sentence nobody translated is said in English rather than not at all", () => {
  expect(sayIn("de")("Nobody ever says this.")).toBe("Nobody ever says this.");
  expect(sayIn("en")("Nothing was added.")).toBe("Nothing was added.");
});
