import { describe, expect, test } from "vitest";
import { isInOrder, openIn, renumber, step } from "./flow-order";

/** "A BC D!" is A, then B and C together, then D, which is done; "?" is declined. */
const flowOf = (text: string) =>
  text.split(" ").flatMap((stage, number) =>
    [...stage.matchAll(/(\w)([!?]?)/g)].map(([, id = "", mark]) => ({
      id,
      stage: number,
      isDone: mark === "!",
      isDeclined: mark === "?",
    })),
  );

const textOf = (flow: { id: string; stage: number }[]) =>
  flow.map(({ id, stage }, i) => (i > 0 && stage !== flow[i - 1]?.stage ? ` ${id}` : id)).join("");

const inOrder = (flow: ReturnType<typeof flowOf>, ids: string[]) =>
  ids.flatMap((id) => flow.find((slot) => slot.id === id) ?? []);

describe("what is open", () => {
  test.each([
    ["A B C", "A"],
    ["AB C", "AB"],
    ["A! BC D", "BC"],
    ["A!B C", "B"],
    ["A?B C", "B"],
    ["A? B", ""],
    ["A! B!", ""],
  ])("of %s is %s", (flow, open) =>
    expect(
      openIn(flowOf(flow))
        .map(({ id }) => id)
        .join(""),
    ).toBe(open),
  );
});

describe("a step", () => {
  test.each([
    ["A B C", "C", -1, "A C B"],
    ["A B C", "A", -1, "A B C"],
    ["A B C", "A", 1, "B A C"],
    ["AB C", "C", -1, "C AB"],
    ["A BC", "A", 1, "BC A"],
    ["A BC", "C", -1, "A CB"],
    ["A BC", "B", -1, "B A C"],
    ["AB C", "B", 1, "A C B"],
    ["AB C", "C", 1, "AB C"],
  ] as const)("in %s, of %s by %d, makes %s", (flow, id, by, after) => {
    const slots = flowOf(flow);
    expect(textOf(renumber(inOrder(slots, step(slots, id, by))))).toBe(after);
  });
});

test("who stood together and no longer stands side by side starts alone", () => {
  const slots = flowOf("AB C");
  expect(textOf(renumber(inOrder(slots, ["A", "C", "B"])))).toBe("A C B");
});

describe("order", () => {
  test.each([
    ["A! B C", true],
    ["A! B!C D", true],
    ["A BC!", false],
    ["A B!", false],
    ["A! B!", true],
  ])("of %s holds: %s", (flow, holds) => expect(isInOrder(flowOf(flow))).toBe(holds));
});
