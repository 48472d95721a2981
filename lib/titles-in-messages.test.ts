import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { hold } from "@/tests/flow";
import { inviting, newClient } from "@/tests/inviting";
import { tokenFor } from "@/tests/kim";
import { sample, sampleSetting } from "@/tests/samples/messages";
import type { Scene } from "@/tests/scene";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { renderMessage } from "./delivery/render";
import { completeAction, declineAction } from "./domain/actions";
import { inviteMembers } from "./domain/invite";
import { findOffer } from "./domain/offer";
import { resendInvitations } from "./domain/resend";
import { titleForMessages } from "./domain/text";
import { offerView } from "./offer-view";

await useDatabase();

const LURE = "Pay at http://evil.example or +1 555 010 9999";

const entitle = ({ db, orgId }: World, title: string) =>
  db.execute(sql`update actions set title = ${title} where org_id = ${orgId}`);

/** Frees the signatory's role, invites a stranger and adds an account for it, and sends Kim's invitation again. */
async function inviteAll(scene: Scene) {
  const ines = await scene.as("ines");
  for (const to of [{ contact: scene.id("quinn") }, newClient("lee@acme.com")]) {
    await scene.db.execute(sql`update roles set holder_id = null
      where org_id = ${scene.orgId} and id = ${scene.roles.signatory}`);
    await inviteMembers(ines, { ...inviting([to]), role: scene.roles.signatory, holder: "" });
  }
  await scene.db.execute(sql`update roles set holder_id = ${scene.kim}
    where org_id = ${scene.orgId} and id = ${scene.roles.signatory}`);
  await resendInvitations(ines, { invitations: [scene.kimInvitation] });
  const said = (await scene.outbox()).map(({ kind, address, number, values }) => [
    `${kind} ${address.split("@")[0]} ${number}`,
    values.firstAction,
  ]);
  return Object.fromEntries(said);
}

const firstOnPage = async (scene: Scene) => {
  const row = await findOffer(scene.visitor(), await tokenFor(scene));
  return row && offerView(row).firstAction;
};

for (const [title, said] of [
  ["Upload documents", "Upload documents"],
  [LURE, null],
] as const)
  test(
    `strangers are told of an action called "${title}": ${said !== null}`,
    inScene(async (scene) => {
      await entitle(scene, title);
      expect(await inviteAll(scene)).toMatchObject({
        "workspace_added quinn 1": said,
        "invitation lee 1": said,
        "invitation kim 2": said,
      });
      expect(await firstOnPage(scene)).toBe(said);
    }),
  );

test(
  "whose turn it is, and who is told of a declined approval, read no title that is not fit either",
  inWorld(async (world) => {
    await hold(world, world.roles.signatory, { contact: world.id("cleo") });
    await hold(world, world.roles.lead, { contact: world.id("ines") });
    const { upload, approve } = world.actions;
    await entitle(world, LURE);
    await completeAction(await world.as("cleo"), { action: upload });
    await declineAction(await world.as("ines"), { action: approve, reason: null });
    const list = (await world.outbox()).filter(({ kind }) => kind.startsWith("action_"));
    expect(new Set(list.map(({ kind }) => kind))).toEqual(new Set(["action_ready", "action_declined"]));
    for (const { values } of list) expect(values).toMatchObject({ actionTitle: null });
  }),
);

test.each([
  ["action_ready", "en", "Waiting for you as Client signatory: an action and 1 more."],
  ["action_ready", "de", "Wartet auf Sie als Client signatory: eine Aufgabe und 1 weitere."],
  ["action_declined", "en", "an approval. The flow waits"],
  ["action_declined", "de", "eine Freigabe. Der Ablauf wartet"],
] as const)("a message of kind %s in %s has calm words instead", (kind, language, words) => {
  const message = sample(kind, { language, values: { actionTitle: null } });
  expect(renderMessage(message, sampleSetting).text).toContain(words);
});

test("a title is fit where it could be a name", () => {
  for (const title of ["Approve scope", "Q3/Q4: sign & send"]) expect(titleForMessages(title)).toBe(title);
  for (const title of [LURE, "evil.example", "a@b.example", "Call 0155 501 09999", "W".repeat(61), null])
    expect(titleForMessages(title)).toBeNull();
});
