import { expect, test } from "vitest";
import { OwnTimeZone, timeZonesWith } from "./time-zones";

test("a person's own time zone is one that there is, or none", () => {
  expect(OwnTimeZone.parse("Europe/Berlin")).toBe("Europe/Berlin");
  expect(OwnTimeZone.parse("")).toBeNull();
  for (const wrong of ["Mars/Olympus", "x".repeat(65), null, ["UTC"]])
    expect(OwnTimeZone.safeParse(wrong).error?.issues[0]?.message).toBe("Choose a time zone of the list.");
});

test("what is stored can be chosen again, once, whatever it is called", () => {
  expect(timeZonesWith("Asia/Calcutta").filter((zone) => zone === "Asia/Calcutta")).toHaveLength(1);
  expect(timeZonesWith("UTC").filter((zone) => zone === "UTC")).toHaveLength(1);
  expect(timeZonesWith(null)).toEqual(expect.arrayContaining(["UTC", "Europe/Berlin"]));
});
