import type { Database } from "@/db/client";
import { selectVersions, type Watch } from "@/db/queries/live";
import { describeError, log } from "@/lib/log";

/** What an open page is told: there is a newer version, or that it is no longer there for its reader. */
export type LiveEvent = { kind: "changed"; version: string } | { kind: "gone" };

type Subscriber = { watch: Watch; version: string; tell: (event: LiveEvent) => void };

/** How old what an open page shows may be where no hint comes. */
export const POLL_SECONDS = 1;

/** Open pages of one session that may wait at the same time. */
const MAX_PER_SESSION = 20;

export type Hub = ReturnType<typeof makeHub>;

/**
 * Tells open pages what became old. It looks every `pollSeconds` (the truth) and whenever `look` is called (a
 * hint): one statement for all pages together, none while there are none. A page is told once a change; one
 * whose reader lost access is told so and forgotten.
 */
export function makeHub(db: Database, { pollSeconds }: { pollSeconds: number }) {
  const subscribers = new Set<Subscriber>();
  let looking: Promise<void> | undefined;
  let wasHinted = false;
  let timer: NodeJS.Timeout | undefined;

  const lookUntilQuiet = async () => {
    clearTimeout(timer);
    while (wasHinted && subscribers.size > 0) {
      wasHinted = false;
      await compare(db, [...subscribers], (gone) => subscribers.delete(gone)).catch((error) =>
        log.warn({ error: describeError(error) }, "open pages could not be compared"),
      );
    }
    if (subscribers.size > 0) timer = setTimeout(look, pollSeconds * 1_000).unref();
  };

  const look = (): Promise<void> => {
    wasHinted = true;
    looking ??= lookUntilQuiet().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  return {
    look,
    /** Watches from `version` on; answers how to stop, or nothing where the session has too many pages open. */
    subscribe(watch: Watch, version: string, tell: Subscriber["tell"]): (() => void) | null {
      const open = [...subscribers].filter((other) => other.watch.tokenHash === watch.tokenHash);
      if (open.length >= MAX_PER_SESSION) return null;
      const subscriber = { watch, version, tell };
      subscribers.add(subscriber);
      void look();
      return () => {
        subscribers.delete(subscriber);
        if (subscribers.size === 0) clearTimeout(timer);
      };
    },
  };
}

async function compare(
  db: Database,
  subscribers: Subscriber[],
  forget: (subscriber: Subscriber) => void,
): Promise<void> {
  const now = await selectVersions(
    db,
    subscribers.map(({ watch }) => watch),
  );
  for (const [i, subscriber] of subscribers.entries()) {
    const found = now[i];
    if (!found?.isAllowed || !found.version) {
      forget(subscriber);
      subscriber.tell({ kind: "gone" });
    } else if (found.version !== subscriber.version) {
      subscriber.version = found.version;
      subscriber.tell({ kind: "changed", version: found.version });
    }
  }
}
