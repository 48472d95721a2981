import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { holderOf, isAlive } from "@/db/embedded/hold";
import { type Env, parseEnv } from "@/lib/env";
import { Refusal } from "./run-script";

const DEFAULT_PORT = 3000;

/** Stands for the embedded database's address until it has started. */
const EMBEDDED = "postgres://embedded/foyer";

export type Settings = {
  env: Env;
  port: number;
  host: string | undefined;
  /** What this machine keeps: the database, the secret, who runs. */
  dataFolder: string;
  /** The address of an own PostgreSQL; undefined when the embedded one serves. */
  ownDatabase: string | undefined;
};

function loadFiles(): void {
  for (const file of [".env.local", ".env"]) if (fs.existsSync(file)) process.loadEnvFile(file);
}

function keptSecret(dataFolder: string): string {
  const file = path.join(dataFolder, "auth-secret");
  if (!fs.existsSync(file))
    fs.writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
}

/** Folder by folder: told to make all of them, Node tries for ever where none can be made, as under /proc. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
}

function openDataFolder(): string {
  const folder = path.resolve(process.env.DATA_DIR || ".data");
  try {
    makeFolder(folder);
    fs.accessSync(folder, fs.constants.W_OK);
    return folder;
  } catch {
    throw new Refusal(
      `${folder} cannot be written by this user. Give it to them, or set DATA_DIR to another folder.`,
    );
  }
}

export const lockOf = (dataFolder: string) => path.join(dataFolder, "running");

/** Where Foyer serves on this data right now, if it does. */
function servedAt(dataFolder: string): string | undefined {
  const holder = holderOf(lockOf(dataFolder));
  return holder && isAlive(holder) ? String(holder.notes.url ?? "") || undefined : undefined;
}

/**
 * Reads the environment, with what a first start may leave out filled in: the secret is made once
 * and kept, APP_URL is this machine's. Refuses a malformed one with a sentence for each mistake.
 */
export function readSettings(): Settings {
  loadFiles();
  const given = Number(process.env.PORT || DEFAULT_PORT);
  const isPort = Number.isInteger(given) && given > 0 && given < 65536;
  const port = isPort ? given : DEFAULT_PORT;
  const mistakes = isPort ? [] : ["PORT must be a number from 1 to 65535."];
  const dataFolder = openDataFolder();
  const parsed = parseEnv({
    ...process.env,
    APP_URL: process.env.APP_URL || (servedAt(dataFolder) ?? `http://localhost:${port}`),
    AUTH_SECRET: process.env.AUTH_SECRET || keptSecret(dataFolder),
    DATABASE_URL: process.env.DATABASE_URL || EMBEDDED,
  });
  if (!parsed.ok) mistakes.push(...parsed.mistakes);
  if (!parsed.ok || mistakes.length > 0) throw new Refusal(mistakes.join("\n"));
  return {
    env: parsed.env,
    port,
    host: process.env.HOST || undefined,
    dataFolder,
    ownDatabase: process.env.DATABASE_URL || undefined,
  };
}

/** Hands the checked settings to what this process loads and starts from now on. */
export function exportSettings(
  { env, port }: Settings,
  databaseUrl: string,
  mode: "production" | "development",
): Env {
  const complete = { ...env, DATABASE_URL: databaseUrl };
  Object.assign(process.env, {
    APP_URL: env.APP_URL,
    AUTH_SECRET: env.AUTH_SECRET,
    AUTH_URL: env.APP_URL,
    DATABASE_URL: databaseUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: mode,
    PORT: String(port),
  });
  return complete;
}
