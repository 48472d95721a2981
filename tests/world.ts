import { afterAll } from "vitest";
import type { Database } from "@/db/client";
import { makeWorld, type World } from "./cast";
import { holdTransaction, inTransaction, openTestDatabase } from "./database";
import { type Scene, setScene } from "./scene";

export { testKeys, testSms, type World } from "./cast";

let opened: Awaited<ReturnType<typeof openTestDatabase>>;

/** What is built once and stands, uncommitted, for all tests of a file that want the same. */
type Stage = { build: unknown; place: World; strike: () => Promise<void> };
let stage: Stage | undefined;

const strike = async () => {
  const standing = stage;
  stage = undefined;
  await standing?.strike();
};

/** Opens this file's own database; await it once at the top of a test file. */
export async function useDatabase() {
  opened = await openTestDatabase();
  afterAll(strike);
  return opened;
}

/** Runs tests on a stage of their own kind; whatever a test does to it is rolled back. */
const staged =
  <T extends World>(build: (db: Database) => Promise<T>) =>
  (test: (place: T) => Promise<void>) =>
  async () => {
    if (stage?.build !== build) {
      await strike();
      const { tx, end } = await holdTransaction(opened.db);
      stage = { build, place: await build(tx), strike: end };
    }
    const place = stage.place as T;
    return inTransaction(place.db, () => test(place));
  };

/** Runs a test in a world that is as new: what the test before it did was rolled back. */
export const inWorld = staged<World>((db) => makeWorld(db));

/** The same in a scene, see setScene. */
export const inScene = staged<Scene>(async (db) => setScene(await makeWorld(db)));

let worlds = 0;

/** Runs a test on real connections, for races: its world is committed and nobody else's. */
export const inOpenWorld = (test: (world: World) => Promise<void>) => async () => {
  await strike();
  return test(await makeWorld(opened.db, `open-${process.pid}-${++worlds}`));
};
