import { expect, test } from "vitest";
import { firstName } from "./wizard-words";

test("a question calls people by their first name, never by a title or an initial", () => {
  expect(["Kim Lee", "Cher", "Dr. Kim Lee", "J. Lee"].map(firstName)).toEqual([
    ...["Kim", "Cher", "Dr. Kim Lee", "J. Lee"],
  ]);
});
