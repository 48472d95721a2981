import type { Database } from "@/db/client";
import { selectPeers } from "@/db/queries/workers";
import type { Channel } from "./channel";

/** Tells the channels of the worker of this name, now and every so many seconds, among how many workers they are divided. */
export function startSharing(
  db: Database,
  { name, channels, everySeconds }: { name: string; channels: readonly Channel[]; everySeconds: number },
): { stop: () => Promise<void> } {
  const look = async (): Promise<void> => {
    const peers = await selectPeers(db, name);
    for (const { meter } of channels) meter?.share(peers);
  };
  let looking = look().catch(() => {});
  const timer = setInterval(() => {
    looking = look().catch(() => {});
  }, everySeconds * 1_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
