import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openTestDatabase } from "../database";
import { CERTIFICATE } from "../players/smtp";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, quick, rigEnv, spawnWorker, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playingSmtp, working } = useRig(db, url);

const through = (smtpUrl: string) => ({ SMTP_URL: smtpUrl, MAIL_FROM: "invites@foyer.example" });
const account = { user: "ada", pass: "a secret" };

/** What is written about messages of which none has gone. */
const complaints = async (orgId: string) => [
  ...(await db.execute<{ attempts: number; error: string }>(sql`
    select distinct attempts, error from messages
    where org_id = ${orgId} and error is not null and lease_owner is null`)),
];

test.each(["asked", "start"] as const)(
  "a server that speaks TLS (%s) is given the password and each message once, over TLS alone",
  async (tls) => {
    const player = await playingSmtp({ ...account, tls });
    const sender = await makeSender(db);
    const messages = await invitePeople(db, sender, 20);
    const env = rigEnv(url, undefined, through(player.url));
    const worker = await spawnWorker(url, env, quick, { NODE_EXTRA_CA_CERTS: CERTIFICATE });
    await drained(db, sender.orgId, 30).finally(() => worker.kill("SIGKILL"));
    expect(await statesOf(db, sender.orgId)).toEqual({ sent: 20 });
    expect(player.taken.map(({ to }) => to).sort()).toEqual(messages.map(({ address }) => address).sort());
    expect(player.counts).toMatchObject({ exposed: 0, secured: player.counts.connections });
    expect(player.counts.logins).toBe(player.counts.connections);
  },
);

test.each(["asked", "start"] as const)(
  "a server whose certificate nobody vouches for (%s) hears no password and gets no message; none counts as tried",
  async (tls) => {
    const player = await playingSmtp({ ...account, tls });
    const sender = await makeSender(db);
    await invitePeople(db, sender, 3);
    working(undefined, {}, through(player.url));
    await expect
      .poll(() => complaints(sender.orgId), { timeout: 10_000 })
      .toEqual([{ attempts: 0, error: "The mail server cannot be reached: self-signed certificate" }]);
    expect(player.counts).toMatchObject({ logins: 0, exposed: 0, messages: 0 });
    expect(player.taken).toEqual([]);
  },
);

test("a server elsewhere that offers no TLS never hears the password", async () => {
  const player = await playingSmtp(account);
  const sender = await makeSender(db);
  await invitePeople(db, sender, 1);
  working(undefined, {}, through(player.url.replace("127.0.0.1", "[::ffff:127.0.0.1]")));
  await expect.poll(() => player.counts.connections, { timeout: 10_000 }).toBeGreaterThan(0);
  await expect.poll(() => complaints(sender.orgId), { timeout: 10_000 }).toHaveLength(1);
  expect(player.counts.logins).toBe(0);
  expect(player.taken).toEqual([]);
});
