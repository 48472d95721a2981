import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimFresh } from "@/db/queries/outbox";
import { claim } from "@/tests/claims";
import { tick, toWhom } from "@/tests/reminding";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { listInvitations } from "./invitation-list";
import { cancelInvitation } from "./invitations";
import { listMembers } from "./members";
import { resendInvitations } from "./resend";
import { resumeManyReminders, resumeReminders, stopManyReminders, stopReminders } from "./stop-reminders";

await useDatabase();

const KIM = "invitation_reminder kim@acme.com";
const ZOE = "invitation_reminder zoe@northwind.example";

const kims = (scene: Scene) => ({ invitation: scene.kimInvitation });
const many = (...invitations: string[]) => ({ command: newId(), invitations });

const shown = async (scene: Scene) => {
  const { clients } = await listMembers(await scene.as("ines"), { find: "kim" });
  return clients[0]?.invitation?.reminders;
};

const told = async ({ db, orgId }: Scene) => {
  const rows = await db.execute<{ kind: string; names: string[] }>(sql`
    select kind, data -> 'names' as names from activity where org_id = ${orgId} and kind like 'reminders_%' order by id`);
  return rows.map(({ kind, names }) => `${kind}: ${names}`);
};

test(
  "any internal member stops reminders of one invitation; the others go on, and the popover says so",
  inScene(async (scene) => {
    expect(await shown(scene)).toBe("coming");
    expect(await stopReminders(await scene.as("ines"), kims(scene))).toEqual({ name: "Kim Lee" });
    expect(await shown(scene)).toBe("stopped");
    await scene.pass("2 days");
    expect(toWhom(await tick(scene))).toEqual([ZOE]);
    expect(await told(scene)).toEqual(["reminders_stopped: Kim Lee"]);
  }),
);

test(
  "resumed, they come on the days still to come, and what was missed is not made up at once",
  inScene(async (scene) => {
    await stopReminders(await scene.as("ines"), kims(scene));
    await scene.pass("3 days");
    await tick(scene);
    await resumeReminders(await scene.as("omar"), kims(scene));
    expect(await shown(scene)).toBe("coming");
    expect(toWhom(await tick(scene))).toEqual([]);
    await scene.pass("2 days");
    expect(toWhom(await tick(scene))).toEqual(expect.arrayContaining([KIM, ZOE]));
  }),
);

test(
  "sending it again by hand does not bring reminders back",
  inScene(async (scene) => {
    const ines = await scene.as("ines");
    await stopReminders(ines, kims(scene));
    const [sent] = await resendInvitations(ines, { invitations: [scene.kimInvitation] });
    expect(sent?.isSent).toBe(true);
    await scene.pass("5 days");
    expect(toWhom(await tick(scene))).toEqual([ZOE]);
  }),
);

test(
  "stopped twice it is recorded once",
  inScene(async (scene) => {
    const ines = await scene.as("ines");
    for (const _ of [1, 2]) await stopReminders(ines, kims(scene));
    for (const _ of [1, 2]) await resumeReminders(ines, kims(scene));
    expect(await told(scene)).toEqual(["reminders_stopped: Kim Lee", "reminders_resumed: Kim Lee"]);
  }),
);

test(
  "an invitation that has ended is left as it is, and one of another workspace does not exist",
  inScene(async (scene) => {
    const ada = await scene.as("ada");
    await cancelInvitation(ada, kims(scene));
    await expect(stopReminders(ada, kims(scene))).rejects.toMatchObject({ code: "gone" });
    await expect(stopReminders(await scene.asOtto(), kims(scene))).rejects.toMatchObject({
      code: "not_found",
    });
    const elsewhere = { ...ada, workspace: { ...ada.workspace, id: scene.otherWorkspaceId } };
    await scene.db.execute(sql`update invitations set status = 'pending', closed_at = null
      where org_id = ${scene.orgId} and id = ${scene.kimInvitation}`);
    await expect(stopReminders(elsewhere, kims(scene))).rejects.toMatchObject({ code: "not_found" });
    expect(await shown(scene)).toBe("coming");
  }),
);

test(
  "a reminder that waits in the outbox is not sent, the invitation itself is",
  inScene(async (scene) => {
    await resendInvitations(await scene.as("ines"), { invitations: [scene.kimInvitation] });
    await scene.pass("2 days");
    await tick(scene);
    await stopReminders(await scene.as("ines"), kims(scene));
    await scene.pass("1 minute");
    const { messages } = await claimFresh(scene.db, { ...claim(), limit: 100 });
    const sent = messages.filter(({ address }) => address === "kim@acme.com").map(({ kind }) => kind);
    expect(new Set(sent)).toEqual(new Set(["invitation"]));
    const reminders = (await scene.outbox()).filter(({ kind }) => kind === "invitation_reminder");
    expect(reminders.map(({ address, state }) => `${address} ${state}`).sort()).toEqual([
      "kim@acme.com cancelled",
      "zoe@northwind.example queued",
    ]);
  }),
);

test(
  "of many, each is stopped or says why not; the list shows it, and the same form twice does it once",
  inScene(async (scene) => {
    const ines = await scene.inOrganization("ines");
    const { rows } = await listInvitations(ines, {});
    const ids = rows.map(({ id }) => id);
    await stopReminders(await scene.as("ines"), kims(scene));
    const form = many(...ids);
    const first = await stopManyReminders(ines, form);
    expect(first).toMatchObject({
      done: 1,
      notDone: [{ name: "Kim Lee", reason: "Reminders are stopped already." }],
    });
    expect(await stopManyReminders(ines, form)).toEqual(first);
    const after = await listInvitations(ines, {});
    expect(after.rows.map(({ hasStoppedReminders }) => hasStoppedReminders)).toEqual([true, true]);
    await cancelInvitation(await scene.as("ada"), kims(scene));
    const resumed = await resumeManyReminders(ines, many(...ids));
    expect(resumed).toMatchObject({
      done: 1,
      notDone: [{ name: "Kim Lee", reason: "Cancelled already." }],
    });
    expect((await resumeManyReminders(ines, many(scene.kimInvitation, ...ids))).notDone).toContainEqual(
      expect.objectContaining({ name: "Zoe Ito", reason: "Reminders were not stopped." }),
    );
    await scene.db.execute(sql`update workspaces set archived_at = now() where org_id = ${scene.orgId}`);
    expect((await stopManyReminders(ines, many(...ids))).notDone).toContainEqual(
      expect.objectContaining({ name: "Zoe Ito", reason: "The workspace is archived." }),
    );
  }),
);

test(
  "none is to come once the last day is past, or for an invitation that another message told of",
  inScene(async (scene) => {
    await scene.db.execute(sql`update invitations set sends = 0 where org_id = ${scene.orgId}`);
    expect(await shown(scene)).toBe("none");
    await scene.db.execute(sql`update invitations set sends = 1 where org_id = ${scene.orgId}`);
    for (const pass of ["2 days", "3 days", "4 days"]) {
      expect(await shown(scene)).toBe("coming");
      await scene.pass(pass);
      await tick(scene);
    }
    expect(await shown(scene)).toBe("none");
  }),
);
