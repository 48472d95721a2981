import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, digitsOf, LAPTOP, linkOf, newestCode, PHONE } from "@/tests/codes";
import { inviting, newClient, statuses } from "@/tests/inviting";
import { addLink, requestsOf } from "@/tests/joining";
import { kim, tokenFor } from "@/tests/kim";
import { elsewhere, isAlive, isProven, kimIn, squat } from "@/tests/squatting";
import { inScene, useDatabase } from "@/tests/world";
import { joinAsUser, joinByLink } from "./accept";
import type { WorkspaceContext } from "./context";
import { addToGroup } from "./group-people";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { readJoin } from "./join-link";
import { followLink } from "./join-use";
import { mergeContacts } from "./merge";
import { listOwnInvitations } from "./own";
import { suggestPeople } from "./people";
import { createWelcomeUser, getUserByEmail, linkAccount } from "./provider-accounts";
import { redeemCode, redeemLink } from "./sign-in";
import { createUserWithAddress } from "./users";

await useDatabase();

const KIM = "kim@acme.com";

/** Kim's invitation into a workspace, made there now. */
async function invitedBy(ctx: WorkspaceContext): Promise<string> {
  await inviteMembers(ctx, inviting([newClient(KIM)]));
  const [row] = await ctx.db.execute<{ id: string }>(sql`select id from invitations
    where org_id = ${ctx.org.id} and workspace_id = ${ctx.workspace.id} and address = ${KIM}`);
  return row?.id ?? "";
}

test(
  "who joined by a copied link does not get into a second workspace: whoever is added there is sent an invitation",
  inScene(async (scene) => {
    await squat(scene);
    const omar = await elsewhere(scene);
    expect(await suggestPeople(omar, { q: "kim" })).toMatchObject([{ state: "unproven" }]);
    const answer = await inviteMembers(omar, inviting([newClient(KIM)]));
    expect(statuses(answer)).toEqual(["invited"]);
    expect(await kimIn(scene, omar.workspace.id)).toEqual({
      ...{ joined: false, status: "pending", kinds: ["invitation"] },
    });
    expect(await suggestPeople(omar, { q: "kim" })).toMatchObject([{ state: "not_joined" }]);
  }),
);

test(
  "nor with a group that is in the workspace already",
  inScene(async (scene) => {
    await squat(scene);
    const omar = await elsewhere(scene);
    const group = scene.groups.clients;
    await inviteMembers(omar, inviting([{ group }]));
    await addToGroup(await scene.inOrganization("ines"), {
      ...{ command: newId(), group, people: [{ contact: scene.kim }], isQuiet: false },
    });
    expect(await kimIn(scene, omar.workspace.id)).toMatchObject({ joined: false, status: "pending" });
  }),
);

test(
  "the invitation goes to the address that is still to be proven, whichever they were added by",
  inScene(async (scene) => {
    await squat(scene);
    await scene.db.execute(
      sql`update contacts set phone = '+13125550142' where org_id = ${scene.orgId} and id = ${scene.kim}`,
    );
    const omar = await elsewhere(scene);
    await inviteMembers(omar, inviting([newClient("+1 312 555 0142")]));
    expect(await kimIn(scene, omar.workspace.id)).toMatchObject({ joined: false, kinds: ["invitation"] });
  }),
);

test(
  "who joined by a copied link neither sees nor accepts invitations to that address, of this organization or another",
  inScene(async (scene) => {
    const { userId } = await squat(scene);
    const omar = await elsewhere(scene);
    await inviteMembers(omar, inviting([newClient(KIM)]));
    await inviteMembers(await scene.asOtto(), inviting([newClient(KIM)]));
    const open = await scene.db.execute<{ orgId: string; invitationId: string }>(sql`/* every organization */
      select org_id as "orgId", id as "invitationId" from invitations where address = ${KIM} and status = 'pending'`);
    expect(open).toHaveLength(2);
    expect(await listOwnInvitations(scene.visitor(userId))).toEqual([]);
    for (const one of open)
      await expect(joinAsUser(scene.visitor(userId), one)).rejects.toMatchObject({ code: "not_found" });
    await ask(scene, KIM);
    await redeemCode(scene.visitor(), { ...LAPTOP, digits: digitsOf((await newestCode(scene)).id) });
    expect(await listOwnInvitations(scene.visitor(userId))).toHaveLength(2);
  }),
);

test(
  "the owner who proves the address by a code throws everybody else's sessions out, and has the account",
  inScene(async (scene) => {
    const { userId, secret } = await squat(scene);
    await ask(scene, KIM);
    const { id } = await newestCode(scene);
    const owner = await redeemCode(scene.visitor(), { ...LAPTOP, digits: digitsOf(id) });
    expect(owner.userId).toBe(userId);
    expect([await isAlive(scene, secret), await isAlive(scene, owner.secret)]).toEqual([false, true]);
    expect(await isProven(scene)).toBe(true);
    const omar = await elsewhere(scene);
    expect(statuses(await inviteMembers(omar, inviting([newClient(KIM)])))).toEqual(["added"]);
    expect(await kimIn(scene, omar.workspace.id)).toMatchObject({ joined: true });
  }),
);

test(
  "so does the owner who proves it by the link of such a message; the second proof ends no session",
  inScene(async (scene) => {
    const { secret } = await squat(scene);
    await ask(scene, KIM);
    const first = await redeemLink(scene.visitor(), {
      ...{ token: linkOf((await newestCode(scene)).id), browserHash: LAPTOP.browserHash },
    });
    await ask(scene, KIM, PHONE);
    const { id } = await newestCode(scene, PHONE);
    const second = await redeemCode(scene.visitor(), { ...PHONE, digits: digitsOf(id) });
    const alive = [secret, first.secret, second.secret].map((one) => isAlive(scene, one));
    expect(await Promise.all(alive)).toEqual([false, true, true]);
  }),
);

test(
  "the link of a message leads nobody into the account that a copied one made: a code is asked for",
  inScene(async (scene) => {
    await squat(scene);
    const token = await tokenFor({ ...scene, kimInvitation: await invitedBy(await elsewhere(scene)) });
    expect(await joinByLink(scene.visitor(), { token })).toEqual({ state: "code", address: KIM });
  }),
);

test(
  "who is signed in unproven and has the link of a message is proven by it: that browser stays, all others go",
  inScene(async (scene) => {
    const { userId, secret } = await squat(scene);
    const omar = await elsewhere(scene);
    const token = await tokenFor({ ...scene, kimInvitation: await invitedBy(omar) });
    const joined = await joinByLink(scene.visitor(userId), { token });
    expect(joined).toMatchObject({ state: "joined", secret: expect.any(String) });
    expect([await isAlive(scene, secret), await isProven(scene)]).toEqual([false, true]);
    expect(await kim(scene)).toMatchObject({ sessions: 1 });
    expect(await kimIn(scene, omar.workspace.id)).toMatchObject({ joined: true, status: "accepted" });
  }),
);

test(
  "a provider finds no unproven address; whom it vouches for, known to anybody or not, gets the account and ends its sessions",
  inScene(async (scene) => {
    const { userId, secret } = await squat(scene);
    await scene.db.execute(
      sql`update contacts set deactivated_at = now() where org_id = ${scene.orgId} and id = ${scene.kim}`,
    );
    const ctx = scene.visitor();
    expect(await getUserByEmail(ctx, KIM)).toBeNull();
    expect(await isAlive(scene, secret)).toBe(true);
    expect(await createWelcomeUser(ctx, { email: KIM, givenName: null })).toBe(userId);
    await linkAccount(ctx, userId, { provider: "google", providerAccountId: "kim" });
    expect([await isAlive(scene, secret), await isProven(scene)]).toEqual([false, true]);
    expect(await getUserByEmail(ctx, KIM)).toBe(userId);
  }),
);

test(
  "a Workspace Link knows no unproven address: it asks for a code as from anybody, and neither lets in nor asks for them",
  inScene(async (scene) => {
    const { userId } = await squat(scene);
    const omar = await elsewhere(scene);
    const { token } = await addLink(scene, {
      workspaceId: omar.workspace.id,
      createdBy: scene.id("omar"),
      mode: "join",
    });
    const visitor = { ...scene.visitor(userId), userId };
    expect(await readJoin(visitor, token)).toMatchObject({ state: "open", visitor: null });
    await expect(followLink(visitor, { token, address: KIM })).rejects.toMatchObject({ code: "forbidden" });
    expect(await requestsOf(scene)).toEqual([]);
    expect(await kimIn(scene, omar.workspace.id)).toBeUndefined();
  }),
);

test.each(["keeps", "gives up"])(
  "merging who joined by a copied link with somebody who waits elsewhere lets them in nowhere: it %s its contact",
  (what) =>
    inScene(async (scene) => {
      const { userId } = await squat(scene);
      const omar = await elsewhere(scene);
      await inviteMembers(omar, inviting([newClient("k.lee@gmail.example")]));
      await scene.pass("2 minutes");
      const [waiting] = await scene.db.execute<{ id: string; invitation: string }>(sql`
        select contact_id as id, id as invitation from invitations
        where org_id = ${scene.orgId} and address = 'k.lee@gmail.example'`);
      const pair = { keep: scene.kim, drop: waiting?.id ?? "" };
      const { keep, drop } = what === "keeps" ? pair : { keep: pair.drop, drop: pair.keep };
      await mergeContacts(await scene.inOrganization("ada"), { keep, drop });
      expect(await kimIn({ ...scene, kim: keep }, omar.workspace.id)).toEqual({
        joined: false,
        status: "pending",
        kinds: ["invitation"],
      });
      expect(await listOwnInvitations(scene.visitor(userId))).toEqual([]);
      const mine = { orgId: scene.orgId, invitationId: waiting?.invitation ?? "" };
      await expect(joinAsUser(scene.visitor(userId), mine)).rejects.toMatchObject({ code: "not_found" });
    })(),
);

test(
  "a colleague who joined by a copied link is one: who is no admin invites them elsewhere, and writes them a note",
  inScene(async (scene) => {
    const address = "zoe@northwind.example";
    const zoe = { address, kind: "email" as const, name: "Zoe Ito", isProven: false };
    const { userId } = await createUserWithAddress(scene.db, zoe);
    await scene.db.execute(
      sql`update contacts set user_id = ${userId}, joined_at = now() where org_id = ${scene.orgId} and id = ${scene.zoe}`,
    );
    const omar = await elsewhere(scene);
    expect(await suggestPeople(omar, { q: "zoe" })).toMatchObject([{ kind: "internal", state: "unproven" }]);
    expect(statuses(await inviteMembers(omar, inviting([{ contact: scene.zoe }])))).toEqual(["invited"]);
    await inviteMembers(omar, inviting([{ contact: scene.zoe }], { note: "See you there." }));
    expect(
      await scene.db.execute(sql`select note, status from invitations
        where org_id = ${scene.orgId} and workspace_id = ${omar.workspace.id}`),
    ).toEqual([{ note: "See you there.", status: "pending" }]);
  }),
);
