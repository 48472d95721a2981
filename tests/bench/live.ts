import { openDatabase } from "@/db/client";
import { listenTo } from "@/db/listen";
import { LIVE_CHANNEL } from "@/lib/domain/activity";
import { newId } from "@/lib/domain/id";
import { inviteMembers } from "@/lib/domain/invite";
import { versionOf, watchWorkspace } from "@/lib/domain/live";
import { hashSecret } from "@/lib/domain/secret";
import { openSession } from "@/lib/domain/sessions";
import { makeHub, POLL_SECONDS } from "@/lib/live/hub";
import { makeWorld, type World } from "@/tests/cast";
import { withoutLimits } from "@/tests/inviting";

const ROUNDS = 30;

/** How soon a page that another instance serves hears of an invitation: by its hint, and by looking alone. */
export async function benchLive(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 4 });
  const world = await makeWorld(db, `bench-live-${Date.now()}`);
  await withoutLimits(world);
  const lines: string[] = [];
  for (const isHinted of [true, false]) {
    const hub = makeHub(db, { pollSeconds: POLL_SECONDS });
    const listener = isHinted
      ? listenTo(LIVE_CHANNEL, { databaseUrl: url, onHint: hub.look, beatSeconds: 10 })
      : null;
    const times = await rounds(world, hub, isHinted ? ROUNDS : ROUNDS / 3);
    await listener?.stop();
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
    const way = isHinted ? "by its hint" : "by looking alone";
    lines.push(`live: ${at(0.5)} ms (${at(1)} ms at most) until an open page hears ${way} (goal <= 2000)`);
  }
  await close();
  return lines;
}

/** Milliseconds from the call of an act to the word that the page has changed. */
async function rounds(world: World, hub: ReturnType<typeof makeHub>, count: number): Promise<number[]> {
  const [ada, ines] = [await world.as("ada"), await world.as("ines")];
  const watched = watchWorkspace(ines);
  const tokenHash = hashSecret(await openSession(world.db, ines.actor.userId));
  let heard = () => {};
  const stop = hub.subscribe({ ...watched, tokenHash }, await versionOf(ines, watched), () => heard());
  const times: number[] = [];
  for (let round = 0; round < count; round++) {
    const told = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const start = performance.now();
    const person = { address: `live-${newId()}@client.example`, kind: "client" as const };
    await inviteMembers(ada, { command: newId(), people: [person], note: null });
    await told;
    times.push(performance.now() - start);
  }
  stop?.();
  return times;
}
