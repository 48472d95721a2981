import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { selectStanding } from "@/db/queries/actor";
import {
  actions,
  contacts,
  members,
  organizations,
  roles,
  userAddresses,
  users,
  workspaces,
} from "@/db/schema";
import type { Context, UserContext, WorkspaceContext } from "@/lib/domain/context";
import { newId } from "@/lib/domain/id";
import { sortKey } from "@/lib/domain/text";
import { keyRing } from "@/lib/domain/token";

/**
 * The cast. Omar owns the workspace; Ada is an admin and Ines an internal user in it, Cleo a client.
 * Noel is an internal user and Quinn a client outside it. Otto is an admin of another organization.
 */
const CAST = {
  ada: { kind: "internal", isAdmin: true, inWorkspace: true },
  ines: { kind: "internal", isAdmin: false, inWorkspace: true },
  omar: { kind: "internal", isAdmin: false, inWorkspace: true },
  cleo: { kind: "client", isAdmin: false, inWorkspace: true },
  noel: { kind: "internal", isAdmin: false, inWorkspace: false },
  quinn: { kind: "client", isAdmin: false, inWorkspace: false },
} as const;

export type CastName = keyof typeof CAST;

export const testKeys = keyRing("a secret for tests, thirty-two characters and more");

export type OutboxRow = {
  kind: string;
  channel: string;
  address: string;
  state: string;
  number: number;
  values: Record<string, unknown>;
};

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Builds an organization with the cast, one workspace, three roles and three actions. */
export async function makeWorld(db: Database, slug = "northwind") {
  const home = await makeOrganization(db, slug, Object.keys(CAST) as CastName[]);
  const other = await makeOrganization(db, `${slug}-other`, ["otto"]);
  const id = (name: CastName | "otto") => home.people[name]?.contactId ?? other.people[name]?.contactId ?? "";
  const userOf = (name: CastName | "otto") => home.people[name]?.userId ?? other.people[name]?.userId ?? "";

  const contextOf = async (
    name: CastName | "otto",
    at: { slug: string; workspaceId?: string },
  ): Promise<Context & { workspace?: WorkspaceContext["workspace"] }> => {
    const standing = await selectStanding(db, { userId: userOf(name), ...at });
    if (!standing) throw new Error(`${name} has no standing in ${at.slug}`);
    const { workspace, ...rest } = standing;
    return { db, keys: testKeys, ...rest, ...(workspace && { workspace }) };
  };

  return {
    db,
    slug,
    orgId: home.orgId,
    otherOrgId: other.orgId,
    workspaceId: home.workspaceId,
    otherWorkspaceId: other.workspaceId,
    roles: home.roles,
    actions: home.actions,
    id,
    userOf,
    /** Acts in the cast's workspace, as the web would: standing read from the database. */
    as: async (name: CastName, workspaceId = home.workspaceId): Promise<WorkspaceContext> => {
      const { workspace, ...ctx } = await contextOf(name, { slug, workspaceId });
      if (!workspace) throw new Error("no such workspace");
      return { ...ctx, workspace };
    },
    /** Otto, who is signed in to another organization, with the home workspace's id in his hands. */
    asOtto: async (): Promise<WorkspaceContext> => {
      const { workspace, ...ctx } = await contextOf("otto", {
        slug: `${slug}-other`,
        workspaceId: other.workspaceId,
      });
      if (!workspace) throw new Error("no such workspace");
      return { ...ctx, workspace };
    },
    inOrganization: (name: CastName): Promise<Context> => contextOf(name, { slug }),
    visitor: (userId: string | null = null): UserContext => ({ db, keys: testKeys, userId }),
    /** Every message of the organization, oldest first. */
    outbox: async (): Promise<OutboxRow[]> => [
      ...(await db.execute<OutboxRow>(sql`
        select kind, channel, address, state, number, "values" from messages
        where org_id = ${home.orgId} order by created_at, id`)),
    ],
    /** How many rows each table holds for both organizations: to show that nothing was written. */
    census: () => census(db, [home.orgId, other.orgId]),
    /** Lets time pass for everything already written. */
    pass: (interval: string) => shiftTimes(db, home.orgId, interval),
  };
}

async function makeOrganization(db: Database, slug: string, cast: (CastName | "otto")[]) {
  const orgId = newId();
  const workspaceId = newId();
  await db
    .insert(organizations)
    .values({ id: orgId, slug, name: slug === "northwind" ? "Northwind Advisory" : "Somewhere Else" });
  const people: Partial<Record<CastName | "otto", { contactId: string; userId: string }>> = {};
  for (const name of cast) people[name] = await makePerson(db, orgId, slug, name);
  const owner = people.omar ?? people.otto;
  if (!owner) throw new Error("a workspace needs an owner");
  const title = slug === "northwind" ? "Acme onboarding" : "Foreign workspace";
  await db
    .insert(workspaces)
    .values({ orgId, id: workspaceId, name: title, sortKey: sortKey(title), ownerId: owner.contactId });
  for (const name of cast) {
    const person = people[name];
    const isIn = name === "otto" || CAST[name].inWorkspace;
    if (person && isIn)
      await db.insert(members).values({
        orgId,
        workspaceId,
        contactId: person.contactId,
        addedBy: owner.contactId,
        joinedAt: sql`now()`,
        seenAt: sql`now()`,
      });
  }
  return { orgId, workspaceId, people, ...(await makeFlow(db, orgId, workspaceId)) };
}

async function makePerson(db: Database, orgId: string, slug: string, name: CastName | "otto") {
  const traits = name === "otto" ? { kind: "internal" as const, isAdmin: true } : CAST[name];
  const address = `${name}@${slug}.example`;
  const userId = newId();
  const contactId = newId();
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  await db.insert(users).values({ id: userId, name: title });
  await db.insert(userAddresses).values({ address, kind: "email", userId });
  await db.insert(contacts).values({
    orgId,
    id: contactId,
    kind: traits.kind,
    isAdmin: traits.isAdmin,
    name: title,
    email: address,
    sortKey: sortKey(title),
    userId,
    joinedAt: sql`now()`,
  });
  return { contactId, userId };
}

async function makeFlow(db: Database, orgId: string, workspaceId: string) {
  const role = (name: string, position: number, audience: "internal" | "client" | "any") => ({
    orgId,
    workspaceId,
    id: newId(),
    name,
    position,
    audience,
  });
  const made = [
    role("Client signatory", 0, "client"),
    role("Account lead", 1, "internal"),
    role("Reviewer", 2, "any"),
  ];
  await db.insert(roles).values(made);
  const [signatory = "", lead = "", reviewer = ""] = made.map(({ id }) => id);
  const action = (
    title: string,
    position: number,
    roleId: string,
    kind: "todo" | "approval" | "acknowledgement",
  ) => ({
    orgId,
    workspaceId,
    id: newId(),
    title,
    position,
    roleId,
    kind,
  });
  const steps = [
    action("Upload documents", 0, signatory, "todo"),
    action("Approve scope", 1, lead, "approval"),
    action("Read the summary", 2, reviewer, "acknowledgement"),
  ];
  await db.insert(actions).values(steps);
  const [upload = "", approve = "", read = ""] = steps.map(({ id }) => id);
  return { roles: { signatory, lead, reviewer }, actions: { upload, approve, read } };
}

const COUNTED = [
  "contacts",
  "members",
  "roles",
  "actions",
  "invitations",
  "messages",
  "activity",
  "suppressions",
  "limits",
  "commands",
  "workspaces",
];

async function census(db: Database, orgIds: string[]): Promise<Record<string, number>> {
  const counts = COUNTED.map(
    (table) => `select '${table}' as name, count(*)::int as n,
      coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t
      where org_id in (${orgIds.map((id) => `'${id}'`).join(", ")})`,
  );
  const rows = await db.execute<{ name: string; n: number; sum: string }>(
    sql.raw(counts.join(" union all ")),
  );
  return Object.fromEntries(rows.map(({ name, n, sum }) => [`${name} ${sum}`, n]));
}

const TIMES: Record<string, string[]> = {
  invitations: ["created_at", "sent_at", "expires_at", "opened_at", "closed_at"],
  messages: ["created_at", "held_until", "next_at", "first_attempt_at", "lease_until"],
  limits: ["window_started_at"],
  activity: ["at"],
};

async function shiftTimes(db: Database, orgId: string, interval: string): Promise<void> {
  for (const [table, columns] of Object.entries(TIMES)) {
    const shifts = columns.map((column) => `${column} = ${column} - interval '${interval}'`).join(", ");
    await db.execute(sql.raw(`update ${table} set ${shifts} where org_id = '${orgId}'`));
  }
}
