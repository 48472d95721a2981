import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { addLink, person, requestsOf, usesOf } from "@/tests/joining";
import { elsewhere, kimIn, squat } from "@/tests/squatting";
import { inScene, useDatabase } from "@/tests/world";
import { joinByLink } from "./accept";
import { copyInviteLink } from "./invitations";
import { inviteMembers } from "./invite";
import { decideRequests } from "./join-decide";
import { readJoin } from "./join-link";
import { listOwnRequests, withdrawRequest } from "./join-requests";
import { followLink } from "./join-use";

await useDatabase();

const KIM = "kim@acme.com";

test(
  "a request is no matter of an account that has not proven its address: not listed, withdrawn, approved, nor closed by joining",
  inScene(async (scene) => {
    const omar = await elsewhere(scene);
    const at = { workspaceId: omar.workspace.id, createdBy: scene.id("omar") };
    const { token } = await addLink(scene, at);
    const kim = await person(scene, KIM);
    expect(await followLink(kim, { token })).toEqual({ state: "asked" });
    const [asked] = await requestsOf(scene);
    const request = asked?.id ?? "";
    await scene.db.execute(sql`update user_addresses set verified_at = null where address = ${KIM}`);
    expect(await listOwnRequests(kim)).toEqual([]);
    expect(await readJoin(kim, token)).toMatchObject({ state: "open", visitor: null });
    const mine = { organization: scene.orgId, request };
    await expect(withdrawRequest(kim, mine)).rejects.toMatchObject({ code: "gone" });
    const approval = { decision: "approve" as const, requests: [request], reason: null };
    await expect(decideRequests(omar, approval)).rejects.toMatchObject({ code: "conflict" });
    expect(await kimIn(scene, omar.workspace.id)).toBeUndefined();
    await inviteMembers(omar, inviting([newClient(KIM)]));
    const [open] = await scene.db.execute<{ id: string }>(sql`select id from invitations
      where org_id = ${scene.orgId} and workspace_id = ${omar.workspace.id}`);
    const { path } = await copyInviteLink(omar, { invitation: open?.id ?? "" });
    const joined = await joinByLink(kim, { token: path.replace("/invite/", "") });
    expect(joined).toMatchObject({ state: "joined" });
    expect(await requestsOf(scene)).toMatchObject([{ status: "pending" }]);
  }),
);

test(
  "nor does it take, by joining, the request of somebody who asked with a number that the contact is said to have",
  inScene(async (scene) => {
    const number = "+13125550142";
    await scene.db.execute(
      sql`update contacts set phone = ${number} where org_id = ${scene.orgId} and id = ${scene.kim}`,
    );
    const { id, token } = await addLink(scene);
    expect(await followLink(await person(scene, number), { token })).toEqual({ state: "asked" });
    await squat(scene);
    expect(await requestsOf(scene)).toMatchObject([{ address: number, status: "pending" }]);
    expect(await usesOf(scene, id)).toBe(1);
  }),
);
