import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { test as base, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { type Database, openDatabase } from "@/db/client";
import { startPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { contacts, organizations, userAddresses, users } from "@/db/schema";
import { newId } from "@/lib/domain/id";
import { codeDigits, type KeyRing, keyRing, makeToken } from "@/lib/domain/token";
import { CLIENT, startOidcPlayer } from "@/tests/players/oidc";
import { askForCode, enterCode } from "./session";

export const SECRET = "a secret of the journeys, thirty-two characters and more";

/** An installation of its own: the production build on an empty database. */
export type Installation = {
  url: string;
  database: string;
  db: Database;
  keys: KeyRing;
  provider: Awaited<ReturnType<typeof startOidcPlayer>>;
};

/** Settings of an installation, by the names of their variables. */
type Variables = Record<string, string>;

/** Journeys on an installation of their own, emptied before each. It sends by `outlets`: if none, into the mailbox. */
export const test = base.extend<{ emptied: undefined }, { outlets: Variables; installation: Installation }>({
  outlets: [{}, { scope: "worker", option: true }],
  installation: [
    async ({ outlets }, use) => {
      const folder = fs.mkdtempSync(
        path.join(fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir(), "foyer-e2e-"),
      );
      fs.chmodSync(folder, 0o755);
      const server = await startPostgres({ dir: path.join(folder, "postgres"), durable: false });
      const database = server.url("postgres");
      await migrateDatabase(database);
      const { db, close } = openDatabase(database);
      const port = await freePort();
      const url = `http://localhost:${port}`;
      const provider = await startOidcPlayer(() => `${url}/api/auth/callback/oidc`);
      const web = await startWeb(port, {
        DATABASE_URL: database,
        APP_URL: url,
        AUTH_OIDC_ISSUER: provider.issuer,
        ...outlets,
      });
      await use({ url, database, db, keys: keyRing(SECRET), provider });
      web.stop();
      provider.stop();
      await close();
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
  emptied: [
    async ({ installation }, use) => {
      await installation.db.execute(
        sql`truncate organizations, users, sign_in_codes, limits, messages cascade`,
      );
      await use(undefined);
    },
    { auto: true },
  ],
});

async function startWeb(port: number, given: Variables & { APP_URL: string }) {
  const next = path.resolve("node_modules/next/dist/bin/next");
  const env = {
    ...process.env,
    AUTH_SECRET: SECRET,
    AUTH_OIDC_ID: CLIENT.id,
    AUTH_OIDC_SECRET: CLIENT.secret,
    AUTH_OIDC_NAME: "Harbour ID",
    RESEND_API_KEY: "",
    NEXT_TELEMETRY_DISABLED: "1",
    ...given,
  };
  const child = spawn(process.execPath, [next, "start", "-p", String(port)], { env, stdio: "ignore" });
  for (let i = 0; i < 150; i++) {
    const health = await fetch(`${given.APP_URL}/api/health`).catch(() => null);
    if (health?.ok) return { stop: () => child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  throw new Error("The web server did not come up.");
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = net.createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Makes an organization with one admin who has an account. */
export async function addOrganization({ db }: Installation, slug: string, address: string): Promise<void> {
  const [orgId, userId] = [newId(), newId()];
  await db
    .insert(organizations)
    .values({ id: orgId, slug, name: `The ${slug} firm`, createdAt: sql`now() - interval '30 days'` });
  await db.insert(users).values({ id: userId, name: "Ada" }).onConflictDoNothing();
  const [claimed] = await db
    .insert(userAddresses)
    .values({ address, kind: "email", userId, verifiedAt: sql`now()` })
    .onConflictDoNothing()
    .returning();
  const [owner] = claimed
    ? [claimed]
    : await db.select().from(userAddresses).where(sql`address = ${address}`);
  await db.insert(contacts).values({
    orgId,
    id: newId(),
    kind: "internal",
    isAdmin: true,
    name: "Ada",
    email: address,
    sortKey: "ada",
    userId: owner?.userId,
    joinedAt: sql`now()`,
  });
}

/** The newest code written to an address, as its message shows it: the digits and the path of the link. */
export async function newestCode(
  { db, keys }: Installation,
  address: string,
): Promise<{ digits: string; path: string }> {
  const [row] = await db.execute<{ id: string; key: number }>(sql`
    select "values" ->> 'codeId' as id, ("values" ->> 'keyId')::int as key from messages
    where org_id = '00000000-0000-0000-0000-000000000000' and address = ${address} order by id desc limit 1`);
  if (!row) throw new Error(`No code was written to ${address}.`);
  const token = makeToken(keys, row.key, "sign-in", { organization: 0, id: row.id }, 1);
  return { digits: codeDigits(keys, row.key, row.id), path: `/sign-in/link/${token}` };
}

/** Signs the page's browser in with the code that is written to an address here. */
export async function signInByCode(page: Page, installation: Installation, address: string): Promise<void> {
  await askForCode(page, address);
  await enterCode(page, (await newestCode(installation, address)).digits);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
