import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { changeAddress } from "./change-address";
import { UpdateContact, updateContact } from "./contact-details";
import { newId } from "./id";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { listMembers } from "./members";
import { resendInvitations } from "./resend";
import { resendAll } from "./resend-all";
import { lastUndoable, undoAct } from "./undoable";
import { createWorkspace } from "./workspaces";

await useDatabase();

const sentTo = async (scene: Scene, address: string) =>
  (await scene.outbox()).filter((one) => one.address === address && one.state !== "cancelled").length;

const kimsAt = async (scene: Scene, address = "kim@acme.example") =>
  changeAddress(await scene.as("ines"), { contact: scene.kim, address });

test(
  "a corrected address says how many messages went there: one while the invitation is open",
  inScene(async (scene) => {
    expect(await kimsAt(scene)).toEqual({ address: "kim@acme.example", sent: 1 });
    expect(await sentTo(scene, "kim@acme.example")).toBe(1);
  }),
);

test(
  "after cancelling none goes out, and the answer says so",
  inScene(async (scene) => {
    await cancelInvitation(await scene.as("ada"), { invitation: scene.kimInvitation });
    expect(await kimsAt(scene)).toEqual({ address: "kim@acme.example", sent: 0 });
    expect(await sentTo(scene, "kim@acme.example")).toBe(0);
  }),
);

test(
  "a cancelled invitation does not come back for the address that was wrong",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    await kimsAt(scene);
    const act = (await lastUndoable(ada))?.id ?? "";
    await expect(undoAct(ada, { act })).rejects.toMatchObject({ code: "gone" });
    const { clients } = await listMembers(ada, { find: "kim" });
    expect(clients[0]?.invitation?.status).toBe("revoked");
  }),
);

test(
  "somebody known by address only is called by the corrected one",
  inScene(async (scene) => {
    await scene.db.execute(
      sql`update contacts set name = null where org_id = ${scene.orgId} and id = ${scene.kim}`,
    );
    await cancelInvitation(await scene.as("ada"), { invitation: scene.kimInvitation });
    await kimsAt(scene);
    const { skipped } = await resendAll(await scene.as("ada"), {});
    expect(skipped.map(({ name }) => name)).toEqual(["kim@acme.example"]);
  }),
);

test(
  "an invitation that ran out follows unsent: a resend reaches the corrected address, by a new link",
  inScene(async (scene) => {
    await scene.pass("15 days");
    expect(await kimsAt(scene)).toMatchObject({ sent: 0 });
    const { clients } = await listMembers(await scene.as("ines"), { find: "kim" });
    expect(clients[0]?.invitation).toMatchObject({
      address: "kim@acme.example",
      sends: 1,
      delivery: "elsewhere",
    });
    const before = await sentTo(scene, "kim@acme.com");
    const [resent] = await resendInvitations(await scene.as("ada"), { invitations: [scene.kimInvitation] });
    expect(resent?.isSent).toBe(true);
    expect([await sentTo(scene, "kim@acme.com"), await sentTo(scene, "kim@acme.example")]).toEqual([
      before,
      1,
    ]);
    expect((await scene.outbox()).at(-1)?.values).toMatchObject({ generation: 2 });
  }),
);

test(
  "who waits to join a workspace that one is not in gets no other address, from wherever one tries",
  inScene(async (scene) => {
    const noel = await scene.inOrganization("noel");
    const flow = { roles: [], actions: [] };
    const own = await createWorkspace(noel, { command: newId(), name: "Noel's", flow });
    const there = await scene.as("noel", own.id);
    await inviteMembers(there, { command: newId(), people: [{ contact: scene.kim }], note: null });
    const refused = { code: "forbidden", message: expect.stringContaining("Ask an admin") };
    const before = await scene.census();
    await expect(
      changeAddress(there, { contact: scene.kim, address: "noels@second.example" }),
    ).rejects.toMatchObject(refused);
    for (const change of [
      { email: "noels@second.example" },
      { email: "kim@acme.com", phone: "+1 415 555 0134" },
    ]) {
      const details = UpdateContact.parse({ contact: scene.kim, name: "Kim Lee", ...change });
      await expect(updateContact(noel, details)).rejects.toMatchObject(refused);
    }
    expect(await scene.census()).toEqual(before);
    const ada = await scene.inOrganization("ada");
    const corrected = { contact: scene.kim, name: "Kim Lee", email: "kim@acme.example" };
    expect((await updateContact(ada, UpdateContact.parse(corrected))).sentTo).toBe("kim@acme.example");
  }),
);
