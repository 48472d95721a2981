import { describe, expect, it } from "vitest";
import { isId, newId } from "./id";

describe("newId", () => {
  it("makes ids that sort in the order they were made, each another", () => {
    const made = Array.from({ length: 20_000 }, newId);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    expect(made.every(isId)).toBe(true);
  });

  it("says version 7, the usual variant and the time", () => {
    const before = Date.now();
    const id = newId();
    expect(id[14]).toBe("7");
    expect("89ab").toContain(id[19]);
    const time = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it("draws the random part anew for each", () => {
    const made = Array.from({ length: 2_000 }, newId);
    expect(new Set(made.map((id) => id.slice(-12))).size).toBe(made.length);
  });
});
