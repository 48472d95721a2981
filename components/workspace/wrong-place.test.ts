import { expect, test } from "vitest";
import { wrongPlace } from "./wrong-place";

const role = (name: string) => ({ name, audience: "any" });
const action = (title: string) => ({
  title,
  kind: "todo",
  role: "0",
  dueOn: "",
  instructions: "",
  start: "after",
});
const draft = { roles: [role(""), role("Lead")], actions: [action("Plan"), action(" "), action("Ship")] };

test("a refusal stands at the row of the form that it is about, whatever rows were left empty", () => {
  expect(wrongPlace(["flow", "actions", 0, "dueInDays"], draft)).toEqual({
    list: "actions",
    row: 0,
    field: "dueInDays",
  });
  expect(wrongPlace(["flow", "actions", 1, "title"], draft)?.row).toBe(2);
  expect(wrongPlace(["flow", "roles", 0, "name"], draft)).toEqual({ list: "roles", row: 1, field: "name" });
  expect(wrongPlace(["flow"], draft)).toBeNull();
  expect(wrongPlace(undefined, draft)).toBeNull();
});
