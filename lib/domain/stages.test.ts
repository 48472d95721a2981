import { expect, test } from "vitest";
import { stagesOf } from "./stages";

test("an action has the stage of the one before it where they start together, else the next", () => {
  const flow = [false, true, true, false, true].map((isParallel) => ({ isParallel }));
  expect(stagesOf(flow)).toEqual([0, 0, 0, 1, 1]);
  expect(stagesOf([{}, {}, {}])).toEqual([0, 1, 2]);
});

test("the first action begins the first stage, whatever it says", () => {
  expect(stagesOf([{ isParallel: true }, {}])).toEqual([0, 1]);
  expect(stagesOf([])).toEqual([]);
});
