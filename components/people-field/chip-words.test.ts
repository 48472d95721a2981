import { expect, test } from "vitest";
import type { Outcome } from "@/lib/domain/views";
import { sendable, sendableAgain } from "./chip-words";
import type { Chip } from "./chips";

const refused = (id: number, text: string, status: Outcome["status"]): Chip => ({
  id,
  text,
  kind: "client",
  status,
  problem: "no",
});

test("who was over a limit is sent once more when the form is; others with a reason are not", () => {
  const chips = [refused(1, "a@x.com", "over_limit"), refused(2, "b@x.com", "not_allowed")];
  expect(sendable(chips, false)).toEqual([]);
  expect(sendableAgain(chips, false).map(({ text }) => text)).toEqual(["a@x.com"]);
});
