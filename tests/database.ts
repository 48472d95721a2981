import postgres from "postgres";
import { afterAll, expect, inject } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { databaseUrl } from "./database-url";
import { keepsTenancy } from "./tenancy";

class Rollback extends Error {}

let copies = 0;

/**
 * An own, migrated, empty database for this test file; call it at the top level of the file. The
 * file fails when any statement touched a tenant's table without naming the organization.
 */
export async function openTestDatabase() {
  const template = inject("templateUrl");
  const source = new URL(template).pathname.slice(1);
  const name = `${source}_${process.pid}_${++copies}`;
  const client = postgres(databaseUrl(template, "postgres"), { max: 1, onnotice: () => {} });
  await client.unsafe(`create database ${name} template ${source}`);
  const violations = new Set<string>();
  const url = databaseUrl(template, name);
  const { db, close } = openDatabase(url, {
    max: 10,
    onStatement: (statement) =>
      keepsTenancy(statement) || violations.add(statement.replaceAll(/\s+/g, " ").trim()),
  });
  afterAll(async () => {
    await close();
    await client.unsafe(`drop database if exists ${name} with (force)`);
    await client.end();
    expect([...violations], "statements on a tenant's table without org_id").toEqual([]);
  });
  return { db, url, close };
}

/** Runs `work` in a transaction that is rolled back whatever happens; answers what `work` answered. */
export async function inTransaction<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  let outcome: { value: T } | undefined;
  try {
    await db.transaction(async (tx) => {
      outcome = { value: await work(tx) };
      throw new Rollback();
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  }
  if (!outcome) throw new Error("The transaction ended before its work did.");
  return outcome.value;
}

/** A transaction that stays open until `end` rolls it back: what it wrote is seen by nobody else. */
export function holdTransaction(db: Database): Promise<{ tx: Database; end: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const held = inTransaction(
      db,
      (tx) =>
        new Promise<void>((release) => {
          resolve({
            tx,
            end: () => {
              release();
              return held;
            },
          });
        }),
    );
    held.catch(reject);
  });
}
