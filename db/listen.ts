import { randomUUID } from "node:crypto";
import postgres from "postgres";

/**
 * Calls `onHint` whenever the channel is notified, and once when it begins to hear. A hint only: connections
 * die silently, so it sends itself a beat through the database and, when one does not come back, begins anew. `name`:
 * what the database shall call its sessions.
 */
export function listenTo(
  channel: string,
  {
    databaseUrl,
    onHint,
    beatSeconds,
    name,
  }: { databaseUrl: string; onHint: () => void; beatSeconds: number; name?: string },
) {
  const beatChannel = `foyer_beat_${randomUUID().replaceAll("-", "")}`;
  let client = open();
  let heardAt = Date.now();
  let isStopped = false;

  function open() {
    return postgres(databaseUrl, {
      max: 1,
      onnotice: () => {},
      connect_timeout: 5,
      idle_timeout: 0,
      ...(name && { connection: { application_name: name } }),
    });
  }

  async function attach() {
    const mine = client;
    await mine.listen(channel, onHint);
    await mine.listen(beatChannel, () => {
      heardAt = Date.now();
    });
    onHint();
  }

  async function renew() {
    await client.end({ timeout: 0 }).catch(() => {});
    if (isStopped) return;
    client = open();
    heardAt = Date.now();
    attach().catch(() => {});
  }

  const timer = setInterval(() => {
    if (Date.now() - heardAt > beatSeconds * 1_500) renew();
    else client.notify(beatChannel, "").catch(() => {});
  }, beatSeconds * 1_000);
  attach().catch(() => {});

  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await client.end({ timeout: 1 }).catch(() => {});
    },
  };
}
