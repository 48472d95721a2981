import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { startPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, useRig } from "./outbox-rig";

const place = fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir();
const folder = fs.mkdtempSync(path.join(place, "foyer-restart-"));
fs.chmodSync(folder, 0o755);
const dir = path.join(folder, "postgres");
let server = await startPostgres({ dir, durable: false });
const url = server.url("postgres");
await migrateDatabase(url);
const { db, close } = openDatabase(url);
const { playing, working } = useRig(db, url);

afterAll(async () => {
  await close();
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("the database is restarted while messages go out: the worker lives on and each arrives once", async () => {
  const player = await playing({ latencyMs: 20 });
  const sender = await makeSender(db);
  const messages = await invitePeople(db, sender, 300);
  working(player, { batchSize: 5 });
  await expect.poll(() => player.sent.length).toBeGreaterThan(20);
  await server.stop();
  await pause(700);
  expect(player.sent.length).toBeLessThan(300);
  server = await startPostgres({ dir, durable: false, port: Number(new URL(url).port) });
  await expect
    .poll(
      () =>
        db.execute(sql`select 1`).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true);
  await drained(db, sender.orgId, 40);
  await expectEachOnce(db, player, sender.orgId, messages);
});

test("after every connection was cut a new message still leaves within seconds", async () => {
  const player = await playing();
  const sender = await makeSender(db);
  working(player, { pollSeconds: 30 });
  await pause(300);
  await db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await pause(3_000);
  const [late] = await invitePeople(db, sender, 1);
  await expect.poll(() => player.sent.some(({ to }) => to === late?.address), { timeout: 3_000 }).toBe(true);
});
