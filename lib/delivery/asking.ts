import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "@/db/client";
import type { Env } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { type Asker, reconcile } from "./reconcile";
import { resendAsker } from "./resend-asker";
import type { Tunables } from "./tunables";
import { twilioSettings } from "./twilio-api";
import { twilioAsker } from "./twilio-asker";

/** Who can be asked what became of messages. */
function openAskers(env: Env): Asker[] {
  const twilio = twilioSettings(env);
  return [
    ...(env.RESEND_API_KEY
      ? [resendAsker({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL })]
      : []),
    ...(twilio ? [twilioAsker(twilio)] : []),
  ];
}

/** Asks providers, again and again, about messages whose end they have not told. */
export function startAsking(
  db: Database,
  env: Env,
  { reconcileSeconds, askSeconds }: Tunables,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const askers = openAskers(env);
  async function ask(): Promise<void> {
    while (!stopping.signal.aborted && askers.length > 0) {
      await reconcile({ db, askers, askSeconds, abort: stopping.signal }).catch((error) =>
        log.error({ error: describeError(error) }, "providers could not be asked about their messages"),
      );
      await sleep(reconcileSeconds * 1_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
  const loop = ask();
  return {
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
