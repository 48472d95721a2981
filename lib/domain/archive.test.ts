import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { tokenFor } from "@/tests/kim";
import { matrix } from "@/tests/matrix";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { archiveWorkspace, restoreWorkspace } from "./archive";
import { DomainError } from "./errors";
import { newId } from "./id";
import { cancelMany, resendMany } from "./invitation-acts";
import { listRequests } from "./join-requests";
import { readOffer } from "./offer";
import { operations, refusal } from "./permissions";
import { listTimeline } from "./timeline";
import { listLinks } from "./workspace-links";
import { getWorkspace } from "./workspaces";

await useDatabase();

const ARCHIVED = "This workspace is archived. Nothing was changed.";
const admin = { kind: "internal", isAdmin: true } as const;
const standing = { id: "w", name: "w", isMember: true, isOwner: true, isArchived: true };
const isRefused = (operation: (typeof operations)[number]) =>
  refusal(operation, admin, standing)?.code === "conflict";

const archive = async (scene: Scene) => archiveWorkspace(await scene.as("ada"));

const happened = async ({ db, orgId }: Scene) =>
  (
    await db.execute<{ kind: string }>(
      sql`select kind from activity where org_id = ${orgId} and kind like 'workspace_%' order by at, id`,
    )
  ).map(({ kind }) => kind);

test("in an archived workspace an admin can look at everything, restore it, and do nothing else", () => {
  const inside = operations.filter((one) => refusal(one, admin)?.code === "not_found");
  expect(inside.filter((one) => !isRefused(one)).sort()).toEqual([
    "invitations:view",
    "links:view",
    "people:search",
    "reminders:view",
    "requests:view",
    "workspace:archive",
    "workspace:settings",
    "workspace:view",
  ]);
});

describe.each(matrix.filter(({ operation }) => isRefused(operation)))("$name", ({ prepare, run }) => {
  test("is refused in an archived workspace, and nothing is written", () =>
    inScene(async (scene) => {
      const prepared = String((await prepare?.(scene)) ?? "");
      await archive(scene);
      const before = await scene.census();
      await expect(async () => run(await scene.as("ada"), scene, prepared)).rejects.toMatchObject({
        ...{ code: "conflict", message: ARCHIVED },
      });
      expect(await scene.census()).toEqual(before);
    })());

  test("writes nothing when the workspace is archived while it is under way", () =>
    inScene(async (scene) => {
      const prepared = String((await prepare?.(scene)) ?? "");
      const underWay = await scene.as("ada");
      await archive(scene);
      const before = await scene.census();
      const [end] = await Promise.allSettled([(async () => run(underWay, scene, prepared))()]);
      if (end.status === "rejected") expect(end.reason).toBeInstanceOf(DomainError);
      expect(await scene.census()).toEqual(before);
    })());
});

test(
  "from the list of all invitations nothing of an archived workspace is sent again or cancelled",
  inScene(async (scene) => {
    await archive(scene);
    const [ada, before] = [await scene.inOrganization("ada"), await scene.outbox()];
    const input = () => ({ command: newId(), invitations: [scene.kimInvitation] });
    expect(await resendMany(ada, input())).toEqual({
      done: 0,
      notDone: [
        { invitation: scene.kimInvitation, name: "Kim Lee", reason: "Not sent: the workspace is archived." },
      ],
    });
    expect(await cancelMany(ada, input())).toEqual({
      done: 0,
      notDone: [{ invitation: scene.kimInvitation, name: "Kim Lee", reason: "The workspace is archived." }],
    });
    expect(await scene.outbox()).toEqual(before);
  }),
);

test(
  "the owner archives and restores: who did it is told, and the open invitation opens again",
  inScene(async (scene) => {
    const token = await tokenFor(scene);
    const timeline = async (filter?: "archived") =>
      (await listTimeline(await scene.inOrganization("cleo"), { filter })).items.length;
    expect([await timeline(), await timeline("archived")]).toEqual([1, 0]);
    await archiveWorkspace(await scene.as("omar"));
    await archiveWorkspace(await scene.as("ada"));
    const { archived } = await getWorkspace(await scene.as("cleo"));
    expect(archived).toMatchObject({ by: "Omar", at: expect.any(Date) });
    expect([await timeline(), await timeline("archived")]).toEqual([0, 1]);
    expect(await readOffer(scene.visitor(), token)).toEqual({ state: "dead" });
    await restoreWorkspace(await scene.as("ada"));
    await restoreWorkspace(await scene.as("omar"));
    expect((await getWorkspace(await scene.as("cleo"))).archived).toBeNull();
    expect([await timeline(), await timeline("archived")]).toEqual([1, 0]);
    expect((await readOffer(scene.visitor(), token)).state).not.toBe("dead");
    expect(await happened(scene)).toEqual(["workspace_archived", "workspace_restored"]);
  }),
);

test(
  "who asks to join an archived workspace is shown, and cannot be answered before it is restored",
  inScene(async (scene) => {
    const { db, orgId, workspaceId, links } = scene;
    await db.execute(sql`insert into join_requests (org_id, id, workspace_id, link_id, address, kind, audience, status, expires_at)
      values (${orgId}, ${newId()}, ${workspaceId}, ${links.internal}, 'lee@acme.com', 'email', 'client', 'pending', now() + interval '1 day')`);
    const answerable = async () => {
      const { mayDecide, requests } = await listRequests(await scene.as("ada"));
      return [mayDecide, ...requests.map(({ mayApprove }) => mayApprove)];
    };
    expect(await answerable()).toEqual([true, true]);
    await archive(scene);
    expect(await answerable()).toEqual([false, false]);
    expect((await getWorkspace(await scene.as("ada"))).asking).toBe(0);
    await restoreWorkspace(await scene.as("ada"));
    expect(await answerable()).toEqual([true, true]);
  }),
);

test(
  "the links of an archived workspace are shown without their forms",
  inScene(async (scene) => {
    const locked = async () =>
      (await listLinks(await scene.as("ada"))).map(({ locked: words }) => words !== null);
    expect(await locked()).toEqual([false, false]);
    await archive(scene);
    expect(await locked()).toEqual([true, true]);
  }),
);
