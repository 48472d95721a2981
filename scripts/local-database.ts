import path from "node:path";
import { startPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { Refusal } from "./run-script";
import type { Settings } from "./settings";

const PORT = 54320;

/** The database that DATABASE_URL names, or else the embedded one, started or joined. Migrated. */
export async function openLocalDatabase({
  ownDatabase,
  dataFolder,
}: Settings): Promise<{ url: string; stop(): Promise<void> }> {
  if (ownDatabase) {
    await bringUp(ownDatabase, `The database of DATABASE_URL (${new URL(ownDatabase).host})`);
    return { url: ownDatabase, stop: async () => {} };
  }
  const server = await startPostgres({ dir: path.join(dataFolder, "postgres"), port: PORT });
  try {
    await bringUp(server.url(), "The embedded database");
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url(), stop: server.stop };
}

async function bringUp(url: string, name: string): Promise<void> {
  try {
    await migrateDatabase(url);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const text =
      cause instanceof Error
        ? cause.message || ("code" in cause ? String(cause.code) : cause.name)
        : String(cause);
    throw new Refusal(`${name} cannot be used: ${text}.`);
  }
}
