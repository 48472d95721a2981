import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { behind } from "@/tests/behind";
import { choosing, draftClient, draftColleague, draftGroup } from "@/tests/drafting";
import { inviting, newClient } from "@/tests/inviting";
import { inOpenWorld, inWorld, useDatabase, type World } from "@/tests/world";
import { addFromDraft } from "./add-people";
import { getDraft } from "./drafts";
import { inviteMembers } from "./invite";
import { undoInvite } from "./undo";

await useDatabase();

const intoNew = choosing("workspace", { workspace: "new", workspaceName: "Acme onboarding" });

/** Somebody is invited into a new workspace: the wizard's answer, and Ines there. */
async function invitedToNew(world: World, email = "kim@acme.com") {
  const ines = await world.inOrganization("ines");
  const draft = await draftClient(ines, { name: "Kim Lee", email });
  const { command, workspace } = await addFromDraft(ines, { kind: "client", draft }, intoNew);
  return { draft, command: command ?? "", ctx: await world.as("ines", workspace?.id) };
}

async function placeOf(world: World, workspace: string) {
  const [row] = await world.db.execute<{ archived: boolean; members: number; last: string }>(sql`
    select w.archived_at is not null as archived,
      (select count(*)::int from members m where m.org_id = w.org_id and m.workspace_id = w.id) as members,
      (select a.kind from activity a where a.org_id = w.org_id and a.workspace_id = w.id
        order by a.at desc, a.id desc limit 1) as last
    from workspaces w where w.org_id = ${world.orgId} and w.id = ${workspace}`);
  return row;
}

test(
  "a workspace that was made for what is taken back is archived with it",
  inOpenWorld(async (world) => {
    const { draft, command, ctx } = await invitedToNew(world);
    expect(await undoInvite(ctx, { command })).toEqual({ gone: 0, undone: 1, made: "archived" });
    expect(await placeOf(world, ctx.workspace.id)).toEqual({
      archived: true,
      members: 1,
      last: "workspace_archived",
    });
    expect((await getDraft(ctx, "client", draft)).added).toMatchObject({ isUndone: true, made: "archived" });
    await expect(undoInvite(ctx, { command })).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "so is one that was made for a group",
  inOpenWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const draft = await draftGroup(ada, "ann@acme.com, bob@acme.com");
    const { command, workspace } = await addFromDraft(ada, { kind: "client_group", draft }, intoNew);
    const ctx = await world.as("ada", workspace?.id);
    expect(await undoInvite(ctx, { command: command ?? "" })).toEqual({
      gone: 0,
      undone: 2,
      made: "archived",
    });
  }),
);

test(
  "one in which anything else has happened since stays, also when nothing of that is left",
  inOpenWorld(async (world) => {
    const { draft, command, ctx } = await invitedToNew(world);
    const second = inviting([newClient("lee@acme.com")]);
    await inviteMembers(ctx, second);
    expect(await undoInvite(ctx, { command: second.command })).toEqual({ gone: 0, undone: 1, made: null });
    expect(await undoInvite(ctx, { command })).toEqual({ gone: 0, undone: 1, made: "kept" });
    expect(await placeOf(world, ctx.workspace.id)).toMatchObject({ archived: false, members: 1 });
    expect((await getDraft(ctx, "client", draft)).added).toMatchObject({ isUndone: true, made: "kept" });
  }),
);

test(
  "one that was there before stays, and nothing is said of it",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const draft = await draftColleague(ada);
    const choice = choosing("workspace", { workspace: world.workspaceId });
    const { command } = await addFromDraft(ada, { kind: "internal", draft }, choice);
    expect(await undoInvite(ada, { command: command ?? "" })).toEqual({ gone: 0, undone: 1, made: null });
    expect(await placeOf(world, world.workspaceId)).toMatchObject({ archived: false });
  }),
);

test(
  "who invites while it is being archived is refused; who is first keeps it open",
  inOpenWorld(async (world) => {
    const one = await invitedToNew(world);
    const late = await behind(
      world,
      (tx) => undoInvite({ ...one.ctx, db: tx }, { command: one.command }),
      () => inviteMembers(one.ctx, inviting([newClient("lee@acme.com")])),
    );
    expect(late).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
    const two = await invitedToNew(world, "ann@bakers.example");
    const early = await behind(
      world,
      (tx) => inviteMembers({ ...two.ctx, db: tx }, inviting([newClient("max@acme.com")])),
      () => undoInvite(two.ctx, { command: two.command }),
    );
    expect(early).toMatchObject({ status: "fulfilled", value: { undone: 1, made: "kept" } });
    expect(await placeOf(world, two.ctx.workspace.id)).toMatchObject({ archived: false, members: 2 });
  }),
);
