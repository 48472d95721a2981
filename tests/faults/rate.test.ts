import { expect, test } from "vitest";
import { openTestDatabase } from "../database";
import { invitePeople, makeSender } from "./outbox-people";
import { drained, expectEachOnce, useRig } from "./outbox-rig";

const { db, url } = await openTestDatabase();
const { playing, working } = useRig(db, url);

test.each([2, 5])(
  "of %s calls a second a full outbox uses all there are and never one more",
  async (perSecond) => {
    const player = await playing({ perSecond, latencyMs: 30 });
    const sender = await makeSender(db);
    const messages = await invitePeople(db, sender, perSecond * 6 * 10);
    working(player, { batchSize: 10 });
    await drained(db, sender.orgId, 30);
    await expectEachOnce(db, player, sender.orgId, messages);
    expect(player.counts).toMatchObject({ calls: perSecond * 6, limited: 0 });
    const seconds = player.sent.map(({ at }) => Math.floor(at / 1_000));
    expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThanOrEqual(6);
  },
);
