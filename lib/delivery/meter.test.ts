import { expect, test } from "vitest";
import { makeMeter } from "./meter";

const told = (remaining: number, reset = 60) => ({
  "ratelimit-limit": "5",
  "ratelimit-remaining": String(remaining),
  "ratelimit-reset": String(reset),
});

const takes = (meter: ReturnType<typeof makeMeter>, count: number) =>
  Array.from({ length: count }, () => meter.take() === 0);

test("before the first answer nobody is held up", () => {
  expect(takes(makeMeter(), 20)).toEqual(Array(20).fill(true));
});

test("calls under way together count, so that no more are made than are allowed", () => {
  const meter = makeMeter();
  meter.learn(told(5, 0));
  expect(takes(meter, 3)).toEqual([true, true, true]);
  meter.learn(told(4));
  expect(takes(meter, 3)).toEqual([true, true, false]);
  expect(meter.take()).toBeGreaterThan(50);
});

test("what others used is gone, and what was not needed comes back", () => {
  const meter = makeMeter();
  meter.learn(told(5, 0));
  expect(takes(meter, 1)).toEqual([true]);
  meter.learn(told(1));
  expect(takes(meter, 2)).toEqual([true, false]);
  meter.giveBack();
  expect(takes(meter, 2)).toEqual([true, false]);
});

test("a new window allows as much again, and answers without a limit change nothing", () => {
  const meter = makeMeter();
  meter.learn(told(0, 0));
  expect(takes(meter, 5)).toEqual(Array(5).fill(true));
  meter.learn(null);
  meter.learn({ "ratelimit-remaining": "soon" });
  meter.learn(told(0));
  expect(takes(meter, 1)).toEqual([false]);
});
