import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { selectStanding } from "@/db/queries/actor";
import { selectSessionUser } from "@/db/queries/sessions";
import { contacts } from "@/db/schema";
import { inviting, newClient } from "@/tests/inviting";
import { tokenFor } from "@/tests/kim";
import { setScene } from "@/tests/scene";
import { inOpenWorld, inWorld, useDatabase, type World } from "@/tests/world";
import { joinByLink } from "./accept";
import { deactivateContacts, reactivateContacts } from "./deactivate";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { readOffer } from "./offer";
import { hashSecret } from "./secret";
import { openSession } from "./sessions";

await useDatabase();

const standing = (world: World, name: "noel" | "cleo") =>
  selectStanding(world.db, { userId: world.userOf(name), slug: world.slug });

const makeAdmin = (world: World, name: "noel") =>
  world.db.execute(
    sql`update contacts set is_admin = true where org_id = ${world.orgId} and id = ${world.id(name)}`,
  );

test(
  "access and sessions end, and the history says so; reactivating lets in again",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const cookie = hashSecret(await openSession(world.db, world.userOf("cleo")));
    const people = { contacts: [world.id("cleo")] };
    expect(await deactivateContacts(ada, people)).toEqual([
      { contact: world.id("cleo"), name: "Cleo", reason: null },
    ]);
    expect(await standing(world, "cleo")).toBeNull();
    expect(await selectSessionUser(world.db, cookie)).toBeNull();
    await reactivateContacts(ada, people);
    expect(await standing(world, "cleo")).not.toBeNull();
    const told = await world.db.execute(sql`select kind, actor_id, data ->> 'name' as name from activity
      where org_id = ${world.orgId} and contact_id = ${world.id("cleo")} order by id`);
    const by = { actor_id: world.id("ada"), name: "Cleo" };
    expect([...told]).toEqual([
      { kind: "contact_deactivated", ...by },
      { kind: "contact_reactivated", ...by },
    ]);
  }),
);

test(
  "who belongs to another organization too stays signed in there",
  inWorld(async (world) => {
    const cookie = hashSecret(await openSession(world.db, world.userOf("cleo")));
    await world.db.insert(contacts).values({
      ...{ orgId: world.otherOrgId, id: newId(), kind: "client", email: "cleo@northwind.example" },
      ...{ sortKey: "cleo", userId: world.userOf("cleo"), joinedAt: sql`now()` },
    });
    await deactivateContacts(await world.inOrganization("ada"), { contacts: [world.id("cleo")] });
    expect(await selectSessionUser(world.db, cookie)).toBe(world.userOf("cleo"));
    expect(await standing(world, "cleo")).toBeNull();
  }),
);

test(
  "open invitations are revoked, waiting messages cancelled, links dead; nobody else's are",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await deactivateContacts(await world.inOrganization("ada"), { contacts: [scene.kim] });
    expect(await readOffer(world.visitor(), await tokenFor(scene))).toEqual({ state: "dead" });
    const outbox = await world.outbox();
    expect(outbox.filter(({ address }) => address === "kim@acme.com")).toMatchObject([
      { state: "cancelled" },
    ]);
    expect(outbox.filter(({ address }) => address === "zoe@northwind.example")).toMatchObject([
      { state: "queued" },
    ]);
    const answer = await inviteMembers(await world.as("ada"), inviting([newClient("kim@acme.com")]));
    expect(answer.outcomes).toMatchObject([{ status: "not_allowed", reason: "deactivated" }]);
  }),
);

test(
  "oneself, a workspace's owner, who is deactivated and who is unknown are told so; the others are done",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    await deactivateContacts(ada, { contacts: [world.id("quinn")] });
    const people = ["ada", "omar", "quinn", "noel"] as const;
    const stranger = newId();
    const outcomes = await deactivateContacts(ada, {
      contacts: [...people.map((name) => world.id(name)), stranger, world.id("noel")],
    });
    expect(outcomes.map(({ name, reason }) => [name, reason])).toEqual([
      ["Ada", "you cannot deactivate yourself; ask another admin"],
      ["Omar", "owns Acme onboarding; hand it over first"],
      ["Quinn", "already deactivated"],
      ["Noel", null],
      ["Somebody", "no longer in your contacts"],
    ]);
    expect((await reactivateContacts(ada, { contacts: [world.id("cleo")] }))[0]?.reason).toBe(
      "already active",
    );
  }),
);

test(
  "an archived workspace holds nobody back",
  inWorld(async (world) => {
    await world.db.execute(sql`update workspaces set archived_at = now() where org_id = ${world.orgId}`);
    const outcomes = await deactivateContacts(await world.inOrganization("ada"), {
      contacts: [world.id("omar")],
    });
    expect(outcomes).toMatchObject([{ reason: null }]);
  }),
);

test(
  "of two admins who deactivate each other at once one remains, 50 times",
  inOpenWorld(async (world) => {
    await makeAdmin(world, "noel");
    for (let round = 0; round < 50; round++) {
      const [ada, noel] = [await world.inOrganization("ada"), await world.inOrganization("noel")];
      const results = await Promise.allSettled([
        deactivateContacts(ada, { contacts: [world.id("noel")] }),
        deactivateContacts(noel, { contacts: [world.id("ada")] }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const [left] = await world.db.execute<{ n: number }>(sql`select count(*)::int as n from contacts
        where org_id = ${world.orgId} and is_admin and deactivated_at is null`);
      expect(left?.n).toBe(1);
      await world.db.execute(sql`update contacts set deactivated_at = null where org_id = ${world.orgId}`);
    }
  }),
);

test(
  "deactivating while the person accepts leaves nobody inside",
  inOpenWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    await Promise.allSettled([
      joinByLink(world.visitor(), { token }),
      deactivateContacts(await world.inOrganization("ada"), { contacts: [scene.kim] }),
    ]);
    const [end] = await world.db.execute<{ open: number; sessions: number; off: boolean }>(sql`
      select (select count(*)::int from invitations where org_id = ${world.orgId} and contact_id = ${scene.kim}
          and status = 'pending') as open,
        (select count(*)::int from sessions s where s.user_id = c.user_id) as sessions, c.deactivated_at is not null as off
      from contacts c where c.org_id = ${world.orgId} and c.id = ${scene.kim}`);
    expect(end).toEqual({ open: 0, sessions: 0, off: true });
  }),
);
