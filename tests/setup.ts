import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { removeAbandoned, startPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { databaseUrl } from "./database-url";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the migrated database that every test file's own is a copy of. */
    templateUrl: string;
  }
}

const PREFIX = "foyer-test-";

/** The fastest disk there is: memory. */
const place = () => (fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir());

/** A server for this run, in a folder of its own, so that runs at the same time do not meet. */
async function startServer() {
  for (const name of fs.readdirSync(place()).filter((entry) => entry.startsWith(PREFIX))) {
    const abandoned = path.join(place(), name);
    if (
      Date.now() - fs.statSync(abandoned).mtimeMs < 60_000 ||
      fs.statSync(abandoned).uid !== process.getuid?.()
    )
      continue;
    if (removeAbandoned(path.join(abandoned, "postgres")))
      fs.rmSync(abandoned, { recursive: true, force: true });
  }
  const folder = fs.mkdtempSync(path.join(place(), PREFIX));
  fs.chmodSync(folder, 0o755);
  const server = await startPostgres({ dir: path.join(folder, "postgres"), durable: false });
  const stop = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url("postgres"), stop };
}

/** Starts PostgreSQL (or uses TEST_DATABASE_URL) and migrates the template that test files copy. */
export async function setup(project: TestProject) {
  const own = process.env.TEST_DATABASE_URL;
  const server = own ? { url: own, stop: async () => {} } : await startServer();
  const template = `foyer_test_${process.pid}_${Date.now().toString(36)}`;
  const client = postgres(server.url, { max: 1, onnotice: () => {} });
  await client.unsafe(`create database ${template}`);
  await migrateDatabase(databaseUrl(server.url, template));
  project.provide("templateUrl", databaseUrl(server.url, template));
  return async () => {
    if (own) {
      const left = await client<
        { name: string }[]
      >`select datname as name from pg_database where starts_with(datname, ${template})`;
      for (const { name } of left) await client.unsafe(`drop database if exists ${name} with (force)`);
    }
    await client.end();
    await server.stop();
  };
}
