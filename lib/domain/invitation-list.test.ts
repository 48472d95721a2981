import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { inviteAround } from "@/tests/invitation-scene";
import { inviting, newClient } from "@/tests/inviting";
import type { Scene } from "@/tests/scene";
import { inOpenWorld, inScene, useDatabase } from "@/tests/world";
import { newId } from "./id";
import type { InvitationsInput } from "./invitation-filter";
import { listChosenInvitations, listFilterChoices, listInvitations } from "./invitation-list";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { resendInvitations } from "./resend";

const database = await useDatabase();

type Who = "ada" | "ines" | "omar" | "noel";

const list = async (scene: Scene, who: Who, input: InvitationsInput = {}) =>
  listInvitations(await scene.inOrganization(who), input);

/** The addresses of who is found, in the order of the list. */
const found = async (scene: Scene, who: Who, input: InvitationsInput = {}) =>
  (await list(scene, who, input)).rows.map(({ address }) => address.split("@")[0]);

test(
  "shows the portal's invitations and those of one's own workspaces, newest first; to admins all",
  inScene(async (scene) => {
    await inviteAround(scene);
    expect(await found(scene, "ines")).toEqual(["max", "zoe", "kim"]);
    expect(await found(scene, "noel")).toEqual(["max", "lee"]);
    expect(await found(scene, "ada")).toEqual(["max", "lee", "zoe", "kim"]);
  }),
);

test(
  "an admin learns nothing of a workspace they are not in but that it is one",
  inScene(async (scene) => {
    const { noelsWorkspace } = await inviteAround(scene);
    const [, lee] = (await list(scene, "ada")).rows;
    expect(lee).toMatchObject({ place: { kind: "unseen" }, role: null, invitedBy: "Noel", mayCancel: true });
    expect(JSON.stringify(lee)).not.toMatch(new RegExp(`Bluebird|${noelsWorkspace}`));
    expect(await found(scene, "ada", { workspace: noelsWorkspace })).toEqual([]);
    expect(await found(scene, "noel", { workspace: noelsWorkspace })).toEqual(["lee"]);
  }),
);

test(
  "a row tells who, where, by whom, how often and what became of the message",
  inScene(async (scene) => {
    await resendInvitations(await scene.as("ada"), { invitations: [scene.kimInvitation] });
    await scene.db.execute(
      sql`update messages set state = 'delivered' where org_id = ${scene.orgId} and number = 2`,
    );
    const { rows, next, matches } = await list(scene, "ines", { find: "kim" });
    expect(rows).toEqual([
      expect.objectContaining({
        id: scene.kimInvitation,
        name: "Kim Lee",
        address: "kim@acme.com",
        place: { kind: "workspace", id: scene.workspaceId, name: "Acme onboarding" },
        invitedBy: "Ada",
        sends: 2,
        state: "pending",
        delivery: "delivered",
        mayCancel: false,
      }),
    ]);
    expect([next, matches]).toEqual([null, 1]);
  }),
);

test(
  "finds by the beginning of name, e-mail and phone",
  inScene(async (scene) => {
    const others = ["joakim@acme.com", "+14155550134"].map(newClient);
    await inviteMembers(await scene.as("ines"), inviting(others));
    for (const find of ["kim", "KIM L", "kim@ac"])
      expect(await found(scene, "ines", { find })).toEqual(["kim"]);
    for (const find of ["lee", "acme", "%", "\0"])
      expect(await found(scene, "ines", { find: `${find}x` })).toEqual([]);
    for (const find of ["+1 415 555", "(415) 555-0"])
      expect(await found(scene, "ines", { find })).toEqual(["+1 415 555 0134"]);
  }),
);

test(
  "finds inside words only when nobody begins with them, whatever the list is narrowed to besides",
  inScene(async (scene) => {
    await inviteAround(scene);
    for (const find of ["lee", "LEE", "acme.com", "cme", "im lee", "lee acme"])
      expect(await found(scene, "ines", { find, state: "pending" })).toContain("kim");
    expect(await found(scene, "ines", { find: "acme.com" })).toEqual(["max", "kim"]);
    expect(await found(scene, "noel", { find: "acme.com" })).toEqual(["max", "lee"]);
    expect(await found(scene, "ines", { find: "acme.com", state: "declined" })).toEqual([]);
    for (const find of ["lee@acme", "ee", "%cme", "acme kimx"])
      expect(await found(scene, "ines", { find })).toEqual([]);
    expect(await found(scene, "ada", { find: "lee" })).toEqual(["lee"]);
    const all = await listChosenInvitations(await scene.inOrganization("ines"), {
      all: { find: "acme.com" },
    });
    expect(all).toEqual((await list(scene, "ines", { find: "acme.com" })).rows.map(({ id }) => id));
  }),
);

test(
  "narrows by state: what ran out is expired whether anybody wrote that down or not",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const set = (id: string, change: ReturnType<typeof sql>) =>
      scene.db.execute(sql`update invitations set ${change} where org_id = ${scene.orgId} and id = ${id}`);
    await set(invited.noels, sql`expires_at = now() - interval '1 hour'`);
    await set(invited.portal, sql`status = 'declined', closed_at = now()`);
    await cancelInvitation(await scene.as("ada"), { invitation: invited.zoe });
    const states = ["pending", "expired", "declined", "cancelled", "accepted", "nonsense"];
    const each = await Promise.all(states.map((state) => found(scene, "ada", { state })));
    expect(each).toEqual([["kim"], ["lee"], ["max"], ["zoe"], [], ["max", "lee", "zoe", "kim"]]);
    expect((await list(scene, "ada", { state: "expired" })).rows[0]?.state).toBe("expired");
  }),
);

test(
  "narrows by what became of the latest message; a blocked address is a problem while the invitation is open",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const message = (id: string, state: string) =>
      scene.db.execute(
        sql`update messages set state = ${state} where org_id = ${scene.orgId} and subject_id = ${id}`,
      );
    await message(invited.noels, "sent");
    await message(invited.portal, "delivered");
    await message(invited.zoe, "failed");
    const each = async () =>
      Promise.all(
        ["waiting", "sent", "delivered", "problem"].map((delivery) => found(scene, "ada", { delivery })),
      );
    expect(await each()).toEqual([["kim"], ["lee"], ["max"], ["zoe"]]);
    await resendInvitations(await scene.as("ada"), { invitations: [invited.zoe] });
    expect(await each()).toEqual([["zoe", "kim"], ["lee"], ["max"], []]);
    await scene.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${scene.orgId}, 'max@acme.com', 'complained')`);
    expect(await each()).toEqual([["zoe", "kim"], ["lee"], [], ["max"]]);
    expect((await list(scene, "ada", { find: "max" })).rows[0]?.delivery).toBe("complained");
    await scene.db.execute(sql`update invitations set status = 'accepted', closed_at = now()
      where org_id = ${scene.orgId} and id = ${invited.portal}`);
    expect(await found(scene, "ada", { delivery: "delivered" })).toEqual(["max"]);
  }),
);

test(
  "narrows by age, inviter, workspace and group",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const made = (id: string, ago: string) =>
      scene.db.execute(sql`update invitations set created_at = now() - ${ago}::interval
        where org_id = ${scene.orgId} and id = ${id}`);
    await made(invited.kim, "40 days");
    await made(invited.zoe, "20 days");
    await made(invited.noels, "3 days");
    await made(invited.portal, "0 seconds");
    const by = (input: InvitationsInput) => found(scene, "ada", input);
    expect(await by({ age: "today" })).toEqual(["max"]);
    expect(await by({ age: "7-days" })).toEqual(["max", "lee"]);
    expect(await by({ age: "30-days" })).toEqual(["max", "lee", "zoe"]);
    expect(await by({ age: "older" })).toEqual(["kim"]);
    expect(await by({ inviter: scene.id("ada") })).toEqual(["zoe", "kim"]);
    expect(await by({ workspace: scene.workspaceId })).toEqual(["zoe", "kim"]);
    expect(await by({ workspace: "portal" })).toEqual(["max"]);
    expect(await by({ group: scene.groups.clients })).toEqual(["max"]);
    expect(await by({ inviter: scene.id("ada"), state: "pending", age: "older", find: "kim" })).toEqual([
      "kim",
    ]);
    for (const nobody of [{ inviter: "x" }, { workspace: newId() }, { group: "'" }])
      expect(await by(nobody)).toEqual([]);
  }),
);

test(
  "what it can be narrowed to: colleagues, one's own workspaces and groups",
  inScene(async (scene) => {
    const { noelsWorkspace } = await inviteAround(scene);
    const names = async (who: Who, input: InvitationsInput = {}) => {
      const { inviters, workspaces, groups } = await listFilterChoices(
        await scene.inOrganization(who),
        input,
      );
      return [inviters, workspaces, groups].map((choices) => choices.map(({ name }) => name).join());
    };
    const [colleagues, , groups] = await names("noel");
    expect(colleagues).toBe("Ada,Ines,Noel,Omar,Zoe Ito");
    expect(groups).toBe("Acme finance,Bluebird partners,Lending team");
    expect((await names("noel"))[1]).toBe("Bluebird tax");
    expect((await names("ada", { workspace: noelsWorkspace }))[1]).toBe("Acme onboarding");
  }),
);

test(
  "fifty a page, none twice, and as many statements however many there are",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    await world.db.execute(sql`update organizations set admin_daily_limit = 10000 where id = ${world.orgId}`);
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const ctx = { ...(await world.inOrganization("ada")), db: counting.db };
    const counted = async (input: InvitationsInput) => {
      const before = statements;
      const page = await listInvitations(ctx, input);
      return { ...page, statements: statements - before };
    };
    const many = (n: number) => Array.from({ length: n }, (_, i) => newClient(`p${n}-${i}@acme.com`));
    await inviteMembers({ ...ada, org: { ...ada.org, adminDailyLimit: 10_000 } }, inviting(many(120)));
    await counted({});
    const first = await counted({});
    const second = await counted({ after: first.next ?? "" });
    const third = await counted({ after: second.next ?? "" });
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids).toHaveLength(120);
    expect([...ids].sort().reverse()).toEqual([...new Set(ids)]);
    expect([first.matches, third.matches, third.next]).toEqual([120, 120, null]);
    await inviteMembers({ ...ada, org: { ...ada.org, adminDailyLimit: 10_000 } }, inviting(many(1_500)));
    expect((await counted({})).statements).toBe(first.statements);
    expect((await counted({ delivery: "waiting", find: "p1500" })).matches).toBe(1_500);
    const inside = await counted({ find: "500-1@acme.com" });
    expect(inside.matches).toBe(1);
    const all = await counted({ find: "acme.com" });
    const next = await counted({ find: "acme.com", after: all.next ?? "" });
    expect([all.matches, next.matches, next.rows.length]).toEqual([1_620, 1_620, 50]);
    expect(next.rows.map(({ id }) => id)).not.toContain(all.rows.at(-1)?.id);
    expect(next.statements).toBe(all.statements);
    await counting.close();
  }),
);

test(
  "only admins are asked for another address of a new internal user",
  inScene(async (scene) => {
    const changeable = async (name: "ada" | "ines") =>
      (await list(scene, name)).rows.flatMap((row) => (row.mayChange ? row.address : []));
    expect(await changeable("ada")).toEqual(["zoe@northwind.example", "kim@acme.com"]);
    expect(await changeable("ines")).toEqual(["kim@acme.com"]);
  }),
);

test(
  "what is over cannot be cancelled",
  inScene(async (scene) => {
    await cancelInvitation(await scene.as("ada"), { invitation: scene.kimInvitation });
    expect((await list(scene, "ada")).rows.map(({ mayCancel }) => mayCancel)).toEqual([true, false]);
  }),
);
