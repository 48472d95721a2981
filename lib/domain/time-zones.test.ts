import { expect, test } from "vitest";
import { OwnTimeZone, timeZonesWith } from "./time-zones";

test("a person's own time zone is one that there is, or none", () => {
  expect(OwnTimeZone.parse("Europe/Berlin")).toBe("Europe/Berlin");
  expect(OwnTimeZone.parse("")).toBeNull();
  for (const wrong of ["Mars/Olympus", "x".repeat(65), null, ["UTC"]])
    expect(OwnTimeZone.safeParse(wrong).error?.issues[0]?.message).toBe("Choose a time zone of the list.");
});

test("what is stored can be chosen again, once, whatever it is called", () => {
  for (const stored of ["Asia/Calcutta", "Asia/Kolkata", "UTC"]) {
    const zones = timeZonesWith(stored);
    expect(zones.filter((zone) => zone === stored)).toHaveLength(1);
    expect(zones).toEqual([...zones].sort());
  }
  expect(timeZonesWith(null)).toEqual(expect.arrayContaining(["UTC", "Europe/Berlin"]));
});
