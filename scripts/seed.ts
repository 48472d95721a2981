import { parseArgs } from "node:util";
import { openDatabase } from "@/db/client";
import { BENCH_SLUG, seedBench } from "@/db/seed/bench/bench";
import { sizes } from "@/db/seed/bench/size";
import { openLocalDatabase } from "./local-database";
import { Refusal, runScript } from "./run-script";
import { readSettings } from "./settings";

runScript(async () => {
  const { values } = parseArgs({ options: { size: { type: "string", default: "S" } } });
  const size = Object.entries(sizes).find(([name]) => name === values.size)?.[1];
  if (!size) throw new Refusal(`Say how much: --size ${Object.keys(sizes).join(", ")}.`);
  const database = await openLocalDatabase(readSettings());
  const { db, close } = openDatabase(database.url, { max: 1 });
  try {
    const started = performance.now();
    if (!(await seedBench(db, size)))
      throw new Refusal(`The organization "${BENCH_SLUG}" exists already. Nothing was changed.`);
    const seconds = Math.round((performance.now() - started) / 1_000);
    console.log(
      `"${BENCH_SLUG}" has ${size.contacts.toLocaleString("en")} contacts now, after ${seconds} s. Sign in as admin@bench.example.`,
    );
  } finally {
    await close();
    await database.stop();
  }
});
