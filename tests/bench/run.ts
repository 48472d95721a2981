import { benchGroups } from "./groups";
import { benchInvite } from "./invite";
import { benchLive } from "./live";
import { benchDrain, benchLimited, benchRender } from "./outbox";
import { benchSearch } from "./search";
import { benchWeight } from "./weight";

/** Every measurement there is, on a migrated database that begins empty; a line each. */
export async function* runBench(url: string): AsyncGenerator<string> {
  for (const bench of [
    benchWeight,
    benchRender,
    benchDrain,
    benchLimited,
    benchInvite,
    benchGroups,
    benchLive,
    benchSearch,
  ])
    yield* await bench(url);
}
