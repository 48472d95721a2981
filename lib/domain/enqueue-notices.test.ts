import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { tokenFor } from "@/tests/kim";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { declineOffer, requestNewLink } from "./answer-offer";
import { enqueueNotices } from "./enqueue-notices";
import { INSTALLATION, newId } from "./id";
import { toInviter, valuesOf } from "./inviter-notices";
import { readOffer } from "./offer";

await useDatabase();

const OUT = { way: "out", countries: null, dailyLimit: 1_000 } as const;
const OWN = "+13125550001";
const FOREIGN = "+447400123456";

/** From now on whoever invited Kim has a phone and no email. */
const movePhone = ({ db, orgId, kimInvitation }: Scene, phone: string) =>
  db.execute(sql`
    update contacts c set email = null, phone = ${phone} from invitations i
    where i.org_id = ${orgId} and i.id = ${kimInvitation} and c.org_id = i.org_id and c.id = i.invited_by`);

const notices = async ({ db, orgId }: Scene) => [
  ...(await db.execute<{ kind: string; address: string; state: string; error: string | null }>(sql`
    select kind, address, state, error from messages
    where org_id = ${orgId} and channel = 'sms' and kind not in ('invitation', 'invitation_reminder') order by id`)),
];

test(
  "a notice to a phone that may be texted is written, and counts",
  inScene(async (scene) => {
    await movePhone(scene, OWN);
    expect(
      await declineOffer({ ...scene.visitor(), sms: OUT }, await tokenFor(scene, "invite")),
    ).not.toBeNull();
    expect(await notices(scene)).toEqual([
      { kind: "invitation_declined", address: OWN, state: "queued", error: null },
    ]);
    const [counted] = await scene.db.execute<{ n: number }>(
      sql`select count(*)::int as n from limits where org_id = ${INSTALLATION} and key = ${`sms|number|${OWN}`}`,
    );
    expect(counted?.n).toBe(1);
  }),
);

test(
  "one to a country that gets no text messages fails with the reason, and the act goes on",
  inScene(async (scene) => {
    await movePhone(scene, FOREIGN);
    const visitor = { ...scene.visitor(), sms: OUT };
    const token = await tokenFor(scene, "invite");
    await requestNewLink(visitor, token);
    expect(await declineOffer(visitor, token)).not.toBeNull();
    const reason = "text messages to United Kingdom are not allowed here; use an email, or ask an admin";
    const refused = { address: FOREIGN, state: "failed", error: reason };
    expect(await notices(scene)).toEqual([
      { kind: "link_requested", ...refused },
      { kind: "invitation_declined", ...refused },
    ]);
  }),
);

test(
  "of many notices those over a day's limit fail, the others are written",
  inScene(async (scene) => {
    await movePhone(scene, OWN);
    const offer = await readOffer(scene.visitor(), await tokenFor(scene, "invite"));
    if (offer.state !== "open") throw new Error("Kim's invitation is open.");
    const { row } = offer;
    const list = Array.from({ length: 3 }, () => ({
      ...toInviter(row, 1),
      subjectId: newId(),
      kind: "invitation_declined" as const,
      values: valuesOf(row),
    }));
    await scene.db.transaction((tx) =>
      enqueueNotices(tx, { sms: { ...OUT, dailyLimit: 2 } }, scene.orgId, list),
    );
    expect((await notices(scene)).map(({ state }) => state)).toEqual(["queued", "queued", "failed"]);
  }),
);
