import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { newId } from "@/lib/domain/id";
import { inviteMembers } from "@/lib/domain/invite";
import { listOutbox } from "@/lib/domain/outbox";
import { sendAgain } from "@/lib/domain/send-again";
import { log } from "@/lib/log";
import { makeWorld } from "../cast";
import { openTestDatabase } from "../database";
import { inviting, newClient, withoutLimits } from "../inviting";
import { drained, statesOf, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

test("among 1,000 one that cannot be written is told of once, and sent once when it can be and an admin asks", async () => {
  const player = await playing();
  const world = await makeWorld(db, `poison-${newId().slice(-12)}`);
  await withoutLimits(world);
  await db.execute(sql`update organizations set hold_seconds = 0 where id = ${world.orgId}`);
  const addresses = Array.from({ length: 1_000 }, (_, i) => `person-${i}@many.example`);
  await inviteMembers(await world.as("ada"), inviting(addresses.map((address) => newClient(address))));
  const poison = addresses[417] ?? "";
  await db.execute(sql`update messages set "values" = "values" || '{"expiresAt": "never"}'
    where org_id = ${world.orgId} and address = ${poison}`);
  const alerts = vi.spyOn(log, "error");
  working(player, {}, { AUTH_SECRET: "a secret for tests, thirty-two characters and more" });
  await drained(db, world.orgId, 60);
  expect(await statesOf(db, world.orgId)).toEqual({ sent: 999, failed: 1 });
  expect(alerts.mock.calls.map(([, words]) => words)).toEqual(["a message cannot be written"]);

  const ada = await world.inOrganization("ada");
  const { rows } = await listOutbox(ada, { tab: "problems" });
  expect(rows).toMatchObject([
    { address: poison, attempts: 8, deliveryError: "This message could not be written." },
  ]);
  await world.pass("2 minutes");
  await sendAgain(ada, { message: rows[0]?.id ?? "" });
  await drained(db, world.orgId, 30);
  expect(player.sent.map(({ to }) => to).sort()).toEqual(addresses.toSorted());
  expect(alerts).toHaveBeenCalledTimes(1);
});
