import { expect, test } from "vitest";
import { readSources } from "./sources";

/** Where people fill in forms: what a page shows may be gone when its form arrives. */
const PAGE = /^app\/(setup|\[org\]\/.*)\/?page\.tsx$/;

test("every page with forms says, as the answer to one, that it is not there any more", () => {
  const pages = readSources().filter(({ path }) => PAGE.test(path));
  expect(pages.length).toBeGreaterThan(20);
  expect(
    pages.filter(({ text }) => !text.includes("export default answering(")).map(({ path }) => path),
  ).toEqual([]);
});
