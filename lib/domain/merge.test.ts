import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { selectStanding } from "@/db/queries/actor";
import { knowClients } from "@/tests/group-scene";
import { inviting, newClient } from "@/tests/inviting";
import { invitationsOf, twins } from "@/tests/merging";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { mergeContacts } from "./merge";
import { getMerge } from "./merge-view";

await useDatabase();

const row = async (world: World, id: string) => {
  const [found] = await world.db.execute<Record<string, unknown>>(
    sql`select * from contacts where org_id = ${world.orgId} and id = ${id}`,
  );
  return found;
};

const byEmail = async (world: World, email: string): Promise<string> => {
  const [found] = await world.db.execute<{ id: string }>(
    sql`select id from contacts where org_id = ${world.orgId} and email = ${email}`,
  );
  return found?.id ?? "";
};

test(
  "the kept contact takes over what it lacks; what has no room is written into the record",
  inWorld(async (world) => {
    const [keep = "", drop = ""] = await twins(world);
    await world.db.execute(sql`update contacts set name = 'Kim Lee', phone = '+14155550134', company = 'Acme',
      company_key = 'acme', title = 'CFO', language = 'de', time_zone = 'Asia/Tokyo' where org_id = ${world.orgId} and id = ${drop}`);
    const answer = await mergeContacts(await world.inOrganization("ada"), { keep, drop });
    expect(answer).toEqual({ id: keep, name: "Kim Lee", unsent: [] });
    expect(await row(world, drop)).toBeUndefined();
    expect(await row(world, keep)).toMatchObject({
      ...{ name: "Kim Lee", email: "kim@acme.com", phone: "+14155550134", company: "Acme" },
      ...{
        title: "CFO",
        language: "de",
        time_zone: "Asia/Tokyo",
        sort_key: "kim lee",
        search_text: expect.stringContaining("acme"),
      },
    });
    const [told] = await world.db.execute(sql`select contact_id, actor_id, data from activity
      where org_id = ${world.orgId} and kind = 'contacts_merged'`);
    expect(told).toEqual({
      contact_id: keep,
      actor_id: world.id("ada"),
      data: {
        name: "Kim Lee",
        dropped: "Kim Lee",
        droppedId: drop,
        addresses: ["k.lee@gmail.example"],
        unsent: [],
      },
    });
  }),
);

test(
  "memberships become one: direct wins, the earlier joining and adding count, roles and groups come along",
  inWorld(async (world) => {
    const keep = world.id("cleo");
    const [drop = ""] = await knowClients(world, world.groups.clients, ["cleo@gmail.example"]);
    const { orgId, workspaceId } = world;
    await world.db.execute(
      sql`update members set is_direct = false where org_id = ${orgId} and contact_id = ${keep}`,
    );
    await world.db.execute(sql`insert into members (org_id, workspace_id, contact_id, added_by, added_at)
      values (${orgId}, ${workspaceId}, ${drop}, ${world.id("ines")}, now() - interval '9 days')`);
    await world.db.execute(
      sql`update roles set holder_id = ${drop} where org_id = ${orgId} and id = ${world.roles.signatory}`,
    );
    await mergeContacts(await world.inOrganization("ada"), { keep, drop });
    const members = await world.db.execute(sql`select is_direct, added_by, joined_at is not null as joined,
        added_at < now() - interval '8 days' as early, (select holder_id from roles r where r.org_id = m.org_id
          and r.id = ${world.roles.signatory}) as holder from members m
      where m.org_id = ${orgId} and m.contact_id = ${keep}`);
    expect([...members]).toEqual([
      { is_direct: true, added_by: world.id("ines"), joined: true, early: true, holder: keep },
    ]);
    const [groups] = await world.db.execute<{ n: number }>(
      sql`select count(*)::int as n from group_members where org_id = ${orgId} and contact_id in (${keep}, ${drop})`,
    );
    expect(groups?.n).toBe(1);
  }),
);

test(
  "the account moves with its addresses and its sessions: who was signed in acts as the kept contact",
  inWorld(async (world) => {
    const [keep = ""] = await knowClients(world, null, ["cleo@gmail.example"]);
    const drop = world.id("cleo");
    await inviteMembers(await world.as("ada"), inviting([newClient("cleo@gmail.example")]));
    await mergeContacts(await world.inOrganization("ada"), { keep, drop });
    const standing = await selectStanding(world.db, {
      userId: world.userOf("cleo"),
      slug: world.slug,
      workspaceId: world.workspaceId,
    });
    expect(standing?.actor).toMatchObject({ contactId: keep, address: "cleo@northwind.example" });
    expect(standing?.workspace?.isMember).toBe(true);
    expect(await invitationsOf(world, keep)).toMatchObject([{ status: "revoked" }]);
  }),
);

test(
  "who is an admin follows the account",
  inWorld(async (world) => {
    const { db, orgId } = world;
    await inviteMembers(
      await world.as("ada"),
      inviting([{ address: "noel@gmail.example", kind: "internal" }]),
    );
    const pending = await byEmail(world, "noel@gmail.example");
    await db.execute(sql`update contacts set is_admin = true where org_id = ${orgId} and id = ${pending}`);
    await mergeContacts(await world.inOrganization("ada"), { keep: pending, drop: world.id("noel") });
    expect(await row(world, pending)).toMatchObject({ is_admin: false, user_id: world.userOf("noel") });
  }),
);

test(
  "two accounts, two kinds, an active and a deactivated one, and oneself are refused in words, and nothing changes",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const [kim = "", old = ""] = await twins(world);
    await world.db.execute(
      sql`update contacts set deactivated_at = now() where org_id = ${world.orgId} and id = ${old}`,
    );
    const before = await world.census();
    const refuse = (keep: string, drop: string, words: RegExp) =>
      expect(mergeContacts(ada, { keep, drop })).rejects.toThrow(words);
    await refuse(world.id("cleo"), world.id("quinn"), /an account of their own.*Nothing was changed/);
    await refuse(world.id("ines"), kim, /Ines is an internal user and kim@acme.com is a client/);
    await refuse(kim, old, /k.lee@gmail.example has been deactivated and kim@acme.com has not/);
    await refuse(world.id("noel"), world.id("ada"), /cannot merge yourself/);
    await refuse(kim, kim, /two different/);
    await refuse(kim, newId(), /does not exist/);
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "the same merge sent again changes nothing more and answers the same; into somebody else it is refused with the name",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const [keep = "", drop = ""] = await twins(world);
    const first = await mergeContacts(ada, { keep, drop });
    const before = await world.census();
    expect(await mergeContacts(ada, { keep, drop })).toEqual(first);
    await expect(mergeContacts(ada, { keep: world.id("quinn"), drop })).rejects.toMatchObject({
      code: "gone",
      message: "This contact was merged into kim@acme.com a moment ago. Nothing was changed.",
    });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "who is no admin any more cannot merge",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const [keep = "", drop = ""] = await twins(world);
    await world.db.execute(
      sql`update contacts set is_admin = false where org_id = ${world.orgId} and id = ${world.id("ada")}`,
    );
    await expect(mergeContacts(ada, { keep, drop })).rejects.toMatchObject({ code: "forbidden" });
  }),
);

test(
  "side by side shows what each brings, and why two cannot be merged",
  inWorld(async (world) => {
    const [kim = ""] = await twins(world);
    const view = await getMerge(await world.inOrganization("ada"), { keep: world.id("cleo"), drop: kim });
    expect(view.keep).toMatchObject({
      shownName: "Cleo",
      workspaces: ["Acme onboarding"],
      groups: ["Acme finance"],
    });
    expect(view.plan.lost).toEqual(["kim@acme.com"]);
    expect(view.refused).toBeNull();
  }),
);
