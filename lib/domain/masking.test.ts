import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { completeAction } from "./actions";
import { type ActivityKind, namesOf, recordActivity } from "./activity";
import { inviteMembers } from "./invite";
import { listMembers, MEMBERS_PAGE } from "./members";
import { assignRole } from "./roles";
import { listTimeline } from "./timeline";
import { getWorkspace } from "./workspaces";

await useDatabase();

const NUMBER = "+14155550134";
const SECRETS = ["nameless", "4155550134", "415 555", "colleague@"];

/** Every kind whose sentence names people. */
const KINDS: ActivityKind[] = [
  ...(["members_invited", "members_added", "member_joined", "member_removed", "members_left"] as const),
  ...(["invitation_resent", "invitation_cancelled", "invitation_declined", "link_copied"] as const),
  ...(["link_replaced", "link_requested", "address_changed", "role_assigned", "opted_out"] as const),
];

const at = (world: World) => ({ orgId: world.orgId, workspaceId: world.workspaceId });

/** Nameless people everywhere: Quinn has completed an action, others hold roles, are invited, or act. */
async function fill(world: World): Promise<void> {
  const ada = await world.as("ada");
  await world.db.execute(sql`update contacts set name = null, email = 'nameless-quinn@c.example',
    sort_key = 'nameless-quinn@c.example' where org_id = ${world.orgId} and id = ${world.id("quinn")}`);
  const assign = (role: string, person: { contact: string } | { address: string; kind: "client" }) =>
    assignRole(ada, { command: inviting([]).command, role, people: [person] });
  await assign(world.roles.signatory, { contact: world.id("quinn") });
  await completeAction(await world.as("quinn"), { action: world.actions.upload });
  await assign(world.roles.lead, { contact: world.id("ines") });
  await completeAction(await world.as("ines"), { action: world.actions.approve });
  await assign(world.roles.reviewer, newClient(NUMBER));
  await inviteMembers(ada, inviting([newClient("nameless@c.example")]));
}

/** Everything a client can read of the workspace, as it would be sent. */
async function readBy(world: World, name: "cleo" | "quinn" | "ada"): Promise<string> {
  const ctx = await world.as(name);
  const members = await listMembers(ctx, {});
  const { items } = await listTimeline(await world.inOrganization(name), {});
  return JSON.stringify([await getWorkspace(ctx), members, items]);
}

const leaksIn = (answer: string) => SECRETS.filter((secret) => answer.includes(secret));

test(
  "clients read nobody else's address or number: not of a holder, a member, who completed or who is next",
  inWorld(async (world) => {
    await fill(world);
    const seen = await readBy(world, "cleo");
    expect(leaksIn(seen)).toEqual([]);
    expect(seen).toContain("n•••@c.example");
    expect(seen).toContain("•••• 0134");
    expect(leaksIn(await readBy(world, "ada"))).toEqual(SECRETS.slice(0, 3));
    expect(await readBy(world, "quinn")).toContain("nameless-quinn@c.example");
  }),
);

test.each(KINDS)("clients read no address in what has happened: %s", (kind) =>
  inWorld(async (world) => {
    const names = namesOf(["nameless@c.example", "+1 415 555 0134"]);
    const data = { ...names, name: "nameless@c.example", address: NUMBER, group: "Acme finance" };
    await recordActivity(world.db, { ...at(world), actorId: world.id("ada") }, [{ kind, data }]);
    const seen = await readBy(world, "cleo");
    expect(seen).toContain(kind);
    expect(leaksIn(seen)).toEqual([]);
  })(),
);

test(
  "who may become an internal user is no matter of clients",
  inWorld(async (world) => {
    const data = { address: "colleague@northwind.example" };
    await recordActivity(world.db, { ...at(world), actorId: world.id("ines") }, [
      { kind: "internal_requested", data },
    ]);
    expect(await readBy(world, "cleo")).not.toContain("internal_requested");
    expect(await readBy(world, "ada")).toContain("colleague@northwind.example");
  }),
);

test(
  "what is written into the flow for everybody to read stays as it is",
  inWorld(async (world) => {
    await world.db.execute(sql`update actions set title = 'Write to desk@bank.example'
      where org_id = ${world.orgId} and id = ${world.actions.upload}`);
    expect(await readBy(world, "cleo")).toContain("Write to desk@bank.example");
  }),
);

test(
  "clients find nobody by an address, and the place in a long list holds none",
  inWorld(async (world) => {
    const people = Array.from({ length: MEMBERS_PAGE + 10 }, (_, i) => newClient(`nameless-${i}@c.example`));
    await inviteMembers(await world.as("ada"), inviting(people));
    const cleo = await world.as("cleo");
    for (const find of ["nameless", "ines@", "northwind.example"]) {
      const { internal, clients } = await listMembers(cleo, { find });
      expect([...internal, ...clients]).toEqual([]);
    }
    expect((await listMembers(cleo, { find: "INES" })).internal).toHaveLength(1);
    const first = await listMembers(cleo, {});
    expect(leaksIn(JSON.stringify(first))).toEqual([]);
    const second = await listMembers(cleo, { after: first.next ?? "" });
    expect(second.clients).toHaveLength(people.length + 4 - MEMBERS_PAGE);
  }),
);
