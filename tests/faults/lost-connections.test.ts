import { once } from "node:events";
import net, { type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "@/db/client";
import { openTestDatabase } from "../database";

const { db: beside, url } = await openTestDatabase();
await beside.execute(sql`create table halves (act int, half int)`);
type Database = typeof beside;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A pool whose line to the database can be cut: by an end, by a reset, or by the database itself. */
async function openPool(max: number) {
  const { hostname, port } = new URL(url);
  const held = new Set<Socket>();
  const line = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    held.add(near);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      socket.on("error", () => {});
      socket.on("close", () => {
        near.destroy();
        far.destroy();
      });
    }
    near.on("close", () => held.delete(near));
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const here = new URL(url);
  here.host = `127.0.0.1:${(line.address() as net.AddressInfo).port}`;
  const { db, close } = openDatabase(here.href, { max });
  onTestFinished(async () => {
    await close();
    line.close();
  });
  const cuts = [
    () => {
      for (const socket of held) socket.end();
    },
    () => {
      for (const socket of held) socket.resetAndDestroy();
    },
    () =>
      beside.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`),
  ];
  /** The moment when a line is closed there and nothing of it was read here yet. */
  const broken = () => Promise.all([...held].map((socket) => once(socket, "close")));
  return { db, cut: (way: number) => cuts[way % cuts.length]?.(), broken, line };
}

const write = (tx: Pick<Database, "execute">, act: number, half: number) =>
  tx.execute(sql`insert into halves values (${act}, ${half})`);

const writePair = (db: Database, act: number, between: (tx: Pick<Database, "execute">) => unknown) =>
  db.transaction(async (tx) => {
    await write(tx, act, 1);
    await between(tx);
    await write(tx, act, 2);
  });

const settled = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );

async function halvesOf(least: number): Promise<Map<number, number>> {
  const rows = await beside.execute<{ act: number; count: number }>(
    sql`select act, count(*)::int as count from halves where act >= ${least} group by act`,
  );
  return new Map(rows.map(({ act, count }) => [act, count]));
}

test("connections are lost in the middle of acts: each act is whole or nothing, and every connection serves on", async () => {
  const { db, cut } = await openPool(4);
  const ways = [
    () => pause(0),
    (act: number) => pause((act * 7) % 60),
    (_: number, tx: Pick<Database, "execute">) => tx.execute(sql`select pg_sleep(0.03)`),
    (act: number) => act % 40 === 3 && cut(act % 2),
  ];
  const acts: Promise<boolean>[] = [];
  let isOver = false;
  const writing = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const act = acts.length;
      const done = settled(writePair(db, act, (tx) => ways[act % ways.length]?.(act, tx)));
      acts.push(done);
      await done;
    }
  });
  for (let round = 0; round < 45; round++) {
    await pause(40 + ((round * 13) % 90));
    await cut(round);
  }
  isOver = true;
  await Promise.all(writing);
  const kept = await Promise.all(acts);
  const halves = await halvesOf(0);
  expect([...halves.values()].filter((count) => count !== 2)).toEqual([]);
  expect(kept.flatMap((isKept, act) => (isKept && !halves.has(act) ? [act] : []))).toEqual([]);
  expect(kept.filter((isKept) => !isKept).length).toBeGreaterThan(20);
  await Promise.all(Array.from({ length: 12 }, (_, i) => writePair(db, 1_000_000 + i, () => pause(20))));
});

test.each([0, 1, 2])(
  "an act that lost its connection writes nothing into the act that has it next (%i)",
  async (way) => {
    const { db, cut } = await openPool(1);
    const [lost, next] = [2_000_000 + way * 10, 2_000_001 + way * 10];
    let goOn = () => {};
    const isNextAtWork = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let late: Promise<boolean> | undefined;
    const first = settled(
      writePair(db, lost, async (tx) => {
        await cut(way);
        await isNextAtWork;
        late = settled(write(tx, lost, 3));
        await late;
        throw new Error("The act ends late, and is rolled back.");
      }),
    );
    await pause(50);
    const second = settled(
      writePair(db, next, async () => {
        goOn();
        await pause(200);
      }),
    );
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(await late).toBe(false);
    expect(await halvesOf(lost)).toEqual(new Map([[next, 2]]));
  },
);

const isAsleep = async () =>
  (
    await beside.execute(
      sql`select from pg_stat_activity where query like 'select pg_sleep(5)%' and state = 'active'`,
    )
  ).length === 1;

test("after the database ended a statement the next one is answered as if nothing had been", async () => {
  const { db, cut } = await openPool(1);
  for (let round = 0; round < 5; round++) {
    const ended = settled(db.execute(sql`select pg_sleep(5)`));
    await expect.poll(isAsleep).toBe(true);
    await cut(2);
    expect(await ended).toBe(false);
    expect(await db.execute(sql`select ${round}::int as round`)).toEqual([{ round }]);
  }
});

test("what was not yet sent when a line broke does not keep the next one from being used", async () => {
  const { db, cut, broken } = await openPool(1);
  for (let round = 0; round < 5; round++) {
    const act = writePair(db, 3_000_000 + round, async () => {
      cut(1);
      await broken();
    });
    expect(await settled(act)).toBe(false);
    expect(await db.execute(sql`select ${round}::int as round`)).toEqual([{ round }]);
  }
}, 10_000);

test("while the database is away every statement is soon refused, and once it is back it is soon used again", async () => {
  const { db, line, cut } = await openPool(1);
  await db.execute(sql`select 1`);
  const { port } = line.address() as net.AddressInfo;
  line.close();
  await cut(0);
  for (let asked = 0; asked < 8; asked++) expect(await settled(db.execute(sql`select 1`))).toBe(false);
  line.listen(port, "127.0.0.1");
  await expect.poll(() => settled(db.execute(sql`select 1`))).toBe(true);
}, 10_000);
