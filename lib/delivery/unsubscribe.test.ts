import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { requestNewLink, stopInvitations } from "@/lib/domain/answer-offer";
import { changeAddress } from "@/lib/domain/change-address";
import { inviteMembers } from "@/lib/domain/invite";
import { resendInvitations } from "@/lib/domain/resend";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { tokenFor } from "@/tests/kim";
import { tick, toWhom } from "@/tests/reminding";
import { inScene, testKeys, useDatabase, type World } from "@/tests/world";
import { envelopeOf } from "./envelope";
import type { StoredMessage } from "./stored-message";

await useDatabase();

const SENDER = {
  appUrl: "https://portal.northwind.example",
  keys: testKeys,
  mailFrom: "invites@foyer.example",
};

const blocked = async ({ db, orgId }: World) =>
  (
    await db.execute<{ address: string; reason: string }>(
      sql`select address, reason from suppressions where org_id = ${orgId}`,
    )
  ).map(({ address, reason }) => `${address} ${reason}`);

/** The link in the header of the newest message to an address, as a mail program reads it. */
async function headerLink({ db, orgId }: World, address: string) {
  const [message] = await db.execute<StoredMessage>(sql`
    select org_id as "orgId", id, kind, channel, address, subject_id as "subjectId",
      template_version as "templateVersion", language, "values" from messages
    where org_id = ${orgId} and address = ${address} order by number desc limit 1`);
  if (!message) throw new Error("nothing was sent");
  const { headers } = envelopeOf(message, SENDER);
  expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  return (
    /^<https:\/\/portal\.northwind\.example\/stop\/([\w-]{71})>$/.exec(
      headers["List-Unsubscribe"] ?? "",
    )?.[1] ?? ""
  );
}

test(
  "after one click in the mail program nothing more goes out: no reminder, resend, new link or other invitation",
  inScene(async (scene) => {
    await stopInvitations(scene.visitor(), { token: await headerLink(scene, "kim@acme.com"), accepts: null });
    expect(await blocked(scene)).toEqual(["kim@acme.com opted_out"]);
    const before = (await scene.outbox()).length;
    await scene.pass("2 days");
    expect(toWhom(await tick(scene))).toEqual(["invitation_reminder zoe@northwind.example"]);
    const ada = await scene.as("ada");
    const [resent] = await resendInvitations(ada, { invitations: [scene.kimInvitation] });
    expect(resent?.isSent).toBe(false);
    await requestNewLink(scene.visitor(), await tokenFor(scene));
    expect(statuses(await inviteMembers(ada, inviting([newClient("kim@acme.com")])))).not.toContain(
      "invited",
    );
    expect(await scene.outbox()).toHaveLength(before + 1);
  }),
);

test(
  "a reminder can be stopped by its own header, and both times it is the same link",
  inScene(async (scene) => {
    const first = await headerLink(scene, "kim@acme.com");
    await scene.pass("2 days");
    await tick(scene);
    expect(await headerLink(scene, "kim@acme.com")).toBe(first);
  }),
);

test(
  "a link sent to an address that was corrected since stops that address, not the new one",
  inScene(async (scene) => {
    const old = await headerLink(scene, "kim@acme.com");
    await changeAddress(await scene.as("ada"), { contact: scene.kim, address: "kim@acme.example" });
    await stopInvitations(scene.visitor(), { token: old, accepts: null });
    expect(await blocked(scene)).toEqual(["kim@acme.com opted_out"]);
    await stopInvitations(scene.visitor(), {
      token: await headerLink(scene, "kim@acme.example"),
      accepts: null,
    });
    expect(await blocked(scene)).toHaveLength(2);
  }),
);

test(
  "the link to join stops nothing, nor does one that was mangled",
  inScene(async (scene) => {
    await stopInvitations(scene.visitor(), { token: await tokenFor(scene), accepts: null });
    const token = await tokenFor(scene, "stop");
    const mangled = `${token.slice(0, 40)}${token[40] === "A" ? "B" : "A"}${token.slice(41)}`;
    await stopInvitations(scene.visitor(), { token: mangled, accepts: null });
    expect(await blocked(scene)).toEqual([]);
  }),
);
