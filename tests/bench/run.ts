import { benchMix, benchStorm } from "./faults";
import { benchGroups } from "./groups";
import { benchInvite } from "./invite";
import { benchLive } from "./live";
import { benchDrain, benchLimited, benchRender } from "./outbox";
import { benchPatience } from "./patience";
import { benchSearch } from "./search";
import { benchWeight } from "./weight";

type Bench = (url: string) => string[] | Promise<string[]>;

const usual: Record<string, Bench> = {
  weight: benchWeight,
  render: benchRender,
  drain: benchDrain,
  limited: benchLimited,
  mix: benchMix,
  storm: benchStorm,
  invite: benchInvite,
  groups: benchGroups,
  live: benchLive,
  search: benchSearch,
};

/** Run only when they are named: they take a quarter of an hour and more. */
const long: Record<string, Bench> = { patience: benchPatience };

/** The measurements that are named, else every usual one, on a migrated database that begins empty; a line each. */
export async function* runBench(url: string, names: readonly string[]): AsyncGenerator<string> {
  const all = { ...usual, ...long };
  for (const name of names.length > 0 ? names : Object.keys(usual)) {
    const bench = all[name];
    if (!bench) throw new Error(`There is no "${name}". There are: ${Object.keys(all).join(", ")}.`);
    yield* await bench(url);
  }
}
