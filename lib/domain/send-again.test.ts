import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { tick, toWhom } from "@/tests/reminding";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { resendInvitations } from "./resend";
import { sendAgain } from "./send-again";

await useDatabase();

const ofKim = async ({ db, orgId }: Scene, state: string) => {
  const [row] = await db.execute<{ id: string }>(sql`
    update messages set state = ${state}, attempts = 1 where org_id = ${orgId} and address = 'kim@acme.com' returning id`);
  return row?.id ?? "";
};

/** A message that is no invitation. */
async function notice({ db, orgId, id: of }: Scene, state: string) {
  const id = newId();
  await db.execute(sql`
    insert into messages (org_id, id, kind, channel, address, subject_id, contact_id, template_version, "values", state)
    values (${orgId}, ${id}, 'request_declined', 'email', 'omar@northwind.example', ${newId()}, ${of("cleo")}, 1,
      '{"reason": "no"}', ${state})`);
  return id;
}

const numbersOf = async (scene: Scene, address: string) =>
  (await scene.outbox())
    .filter((row) => row.address === address)
    .map(({ number, state, values }) => ({ number, state, reason: values.reason ?? null }));

test(
  "an invitation that failed is sent again under the next number, and can still be resent later",
  inScene(async (scene) => {
    const failed = await ofKim(scene, "failed");
    const ada = await scene.inOrganization("ada");
    const { message } = await sendAgain(ada, { message: failed });
    expect(message).not.toBe(failed);
    expect((await numbersOf(scene, "kim@acme.com")).map(({ number, state }) => [number, state])).toEqual([
      [1, "failed"],
      [2, "queued"],
    ]);
    await scene.pass("2 minutes");
    const [again] = await resendInvitations(await scene.as("ines"), { invitations: [scene.kimInvitation] });
    expect(again).toMatchObject({ isSent: true });
  }),
);

test(
  "any other message goes again word for word; the old one not a second time",
  inScene(async (scene) => {
    const lost = await notice(scene, "uncertain");
    const ada = await scene.inOrganization("ada");
    const { message } = await sendAgain(ada, { message: lost });
    expect(await numbersOf(scene, "omar@northwind.example")).toEqual([
      { number: 1, state: "uncertain", reason: "no" },
      { number: 2, state: "queued", reason: "no" },
    ]);
    await expect(sendAgain(ada, { message: lost })).rejects.toMatchObject({ code: "conflict" });
    await expect(sendAgain(ada, { message })).rejects.toMatchObject({ code: "conflict" });
  }),
);

test(
  "a reminder that failed goes again word for word, counts as one more message, and the next one goes on its day",
  inScene(async (scene) => {
    const REMINDER = "invitation_reminder kim@acme.com";
    await scene.pass("2 days");
    expect(toWhom(await tick(scene))).toContain(REMINDER);
    const reminder = sql`update messages set state = 'uncertain' where org_id = ${scene.orgId}
      and kind = 'invitation_reminder' and address = 'kim@acme.com' returning id`;
    const [lost] = await scene.db.execute<{ id: string }>(reminder);
    await sendAgain(await scene.inOrganization("ada"), { message: lost?.id ?? "" });
    expect((await numbersOf(scene, "kim@acme.com")).map(({ number, state }) => [number, state])).toEqual([
      [1, "queued"],
      [2, "uncertain"],
      [3, "queued"],
    ]);
    await scene.pass("3 days");
    expect(toWhom(await tick(scene))).toContain(REMINDER);
  }),
);

test(
  "the limits are asked",
  inScene(async (scene) => {
    const ada = await scene.inOrganization("ada");
    for (const _ of Array(5)) await sendAgain(ada, { message: await notice(scene, "failed") });
    const sixth = await notice(scene, "failed");
    const before = (await scene.outbox()).length;
    await expect(sendAgain(ada, { message: sixth })).rejects.toMatchObject({ code: "limited" });
    expect(await scene.outbox()).toHaveLength(before);
    await scene.db.execute(sql`update invitations set sent_at = now() where org_id = ${scene.orgId}`);
    await expect(sendAgain(ada, { message: await ofKim(scene, "failed") })).rejects.toMatchObject({
      code: "limited",
      message: expect.stringContaining("You can resend in"),
    });
  }),
);

test.each(["queued", "sent", "delivered", "bounced", "cancelled", "suppressed"])(
  "a message that is %s is not sent again",
  (state) =>
    inScene(async (scene) => {
      const message = await notice(scene, state);
      const before = await scene.census();
      await expect(sendAgain(await scene.inOrganization("ada"), { message })).rejects.toMatchObject({
        code: "conflict",
      });
      expect(await scene.census()).toEqual(before);
    })(),
);

test(
  "nothing goes to an address that is suppressed, nor for an invitation that was cancelled",
  inScene(async (scene) => {
    const ada = await scene.inOrganization("ada");
    const failed = await notice(scene, "failed");
    await scene.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${scene.orgId}, 'omar@northwind.example', 'bounced')`);
    await expect(sendAgain(ada, { message: failed })).rejects.toMatchObject({ code: "conflict" });
    await scene.db.execute(sql`update invitations set status = 'revoked', closed_at = now()
      where org_id = ${scene.orgId} and id = ${scene.kimInvitation}`);
    await expect(sendAgain(ada, { message: await ofKim(scene, "failed") })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(sendAgain(await scene.asOtto(), { message: failed })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(sendAgain(await scene.inOrganization("ines"), { message: failed })).rejects.toMatchObject({
      code: "forbidden",
    });
  }),
);
