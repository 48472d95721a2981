import { expect, test } from "vitest";
import { isCode, isTest, readSources, type Source } from "./sources";

const WRITES = /\benqueueMessages\(|insert into messages\b/;
const ASKS = /\bguard(Texts|Code)\(/;
/** Where the statement itself is; its callers ask. */
const OUTBOX = "lib/domain/messages.ts";

const findUnasked = (sources: Source[]) =>
  sources
    .filter((source) => isCode(source) && !isTest(source) && source.path.startsWith("lib/"))
    .filter(({ path, text }) => path !== OUTBOX && WRITES.test(text) && !ASKS.test(text))
    .map(({ path }) => path);

test("whatever writes messages asks the guard of text messages first, or has `enqueueNotices` ask it", () => {
  expect(findUnasked(readSources())).toEqual([]);
  const planted = { path: "lib/domain/planted.ts", text: "await enqueueMessages(tx, orgId, list);" };
  expect(findUnasked([planted])).toEqual([planted.path]);
});
