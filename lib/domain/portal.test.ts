import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { inviting, statuses } from "@/tests/inviting";
import { inOpenWorld, inWorld, testKeys, useDatabase } from "@/tests/world";
import { joinByLink } from "./accept";
import { createContact, type NewContact } from "./add-contacts";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { inviteToPortal } from "./portal";
import { makeToken, newestKey } from "./token";

await useDatabase();

const kim: NewContact = {
  ...{ kind: "client", name: "Kim Lee", email: "Kim@Acme.com", phone: null },
  ...{ company: "Acme", title: null, language: null },
};

test(
  "a contact is invited to the portal, joins by the link and lands in the timeline",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const { id } = await createContact(ines, kim);
    expect(await world.outbox()).toEqual([]);
    const answer = await inviteToPortal(ines, { command: newId(), contacts: [id], note: null });
    expect(statuses(answer)).toEqual(["invited"]);
    const [message] = await world.outbox();
    expect(message).toMatchObject({ kind: "invitation", values: { workspaceName: null } });
    const [invitation] = await world.db.execute<{ id: string }>(
      sql`select id from invitations where org_id = ${world.orgId} and contact_id = ${id}`,
    );
    const subject = { organization: ines.org.number, id: invitation?.id ?? "" };
    const token = makeToken(testKeys, newestKey(testKeys), "invite", subject, 1);
    expect(await joinByLink(world.visitor(), { token })).toMatchObject({
      state: "joined",
      path: "/northwind/timeline",
    });
  }),
);

test(
  "who has joined or is invited already gets nothing; new internal users are for admins to invite",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const ada = await world.inOrganization("ada");
    const [lee = ""] = await knowClients(world, null, ["lee@acme.com"]);
    const zoe = await createContact(ada, { ...kim, kind: "internal", email: "zoe@northwind.example" });
    const contacts = [lee, world.id("cleo"), zoe.id, newId()];
    const first = await inviteToPortal(ines, { command: newId(), contacts, note: null });
    expect(statuses(first)).toEqual(["invited", "already_member", "not_allowed", "invalid"]);
    const second = await inviteToPortal(ada, { command: newId(), contacts, note: null });
    expect(statuses(second)).toEqual(["already_invited", "already_member", "invited", "invalid"]);
    expect(await world.outbox()).toHaveLength(2);
  }),
);

test(
  "joining a workspace accepts the open portal invitation with it",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const { id } = await createContact(ines, kim);
    await inviteToPortal(ines, { command: newId(), contacts: [id], note: null });
    await inviteMembers(ines, inviting([{ contact: id }]));
    const [invitation] = await world.db.execute<{ id: string }>(sql`select id from invitations
      where org_id = ${world.orgId} and contact_id = ${id} and workspace_id is not null`);
    const subject = { organization: ines.org.number, id: invitation?.id ?? "" };
    const token = makeToken(testKeys, newestKey(testKeys), "invite", subject, 1);
    await joinByLink(world.visitor(), { token });
    const rows = await world.db.execute<{ status: string }>(
      sql`select status from invitations where org_id = ${world.orgId} and contact_id = ${id}`,
    );
    expect(rows.map(({ status }) => status)).toEqual(["accepted", "accepted"]);
  }),
);

test(
  "an address that exists is reused as it is; two owners of e-mail and phone are refused with their names",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const first = await createContact(ines, kim);
    const again = await createContact(ines, { ...kim, name: "Kimberly", email: "KIM@acme.com" });
    expect(again).toEqual({ id: first.id, isNew: false });
    await createContact(ines, { ...kim, name: "Lee Park", email: null, phone: "+1 415 555 0134" });
    await expect(createContact(ines, { ...kim, phone: "(415) 555-0134" })).rejects.toThrow(
      /Kim Lee and Lee Park/,
    );
    await expect(createContact(ines, { ...kim, email: "kim@acme" })).rejects.toThrow(/needs a full email/);
    await expect(createContact(ines, { ...kim, email: null })).rejects.toThrow(/Enter an email or a phone/);
  }),
);

test(
  "fifty people adding the same address at once make one contact",
  inOpenWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const made = await Promise.all(Array.from({ length: 50 }, () => createContact(ines, kim)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
  }),
);
