import { makeWorld, type World } from "./cast";
import { inTransaction, openTestDatabase } from "./database";

export { testKeys, type World } from "./cast";

let opened: Awaited<ReturnType<typeof openTestDatabase>>;

/** Opens this file's own database; await it once at the top of a test file. */
export async function useDatabase() {
  opened = await openTestDatabase();
  return opened;
}

/** Runs a test in a transaction that is rolled back: a fresh world each time. */
export const inWorld = (test: (world: World) => Promise<void>) => () =>
  inTransaction(opened.db, async (tx) => test(await makeWorld(tx)));

let worlds = 0;

/** Runs a test on real connections, for races: its world is committed and nobody else's. */
export const inOpenWorld = (test: (world: World) => Promise<void>) => async () =>
  test(await makeWorld(opened.db, `open-${process.pid}-${++worlds}`));
