import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { selectStanding } from "@/db/queries/actor";
import {
  actions,
  contacts,
  groupManagers,
  groupMembers,
  groups,
  members,
  organizations,
  roles,
  userAddresses,
  users,
  workspaces,
} from "@/db/schema";
import type { Context, SmsRules, UserContext, WorkspaceContext } from "@/lib/domain/context";
import { newId } from "@/lib/domain/id";
import { sortKey } from "@/lib/domain/text";
import { keyRing } from "@/lib/domain/token";
import { census, shiftTimes } from "./census";

/**
 * The cast. Omar owns the workspace; Ada is an admin and Ines an internal user in it, Cleo a client.
 * Noel is an internal user and Quinn a client outside it. Otto is an admin of another organization.
 * Omar and Noel are the "Lending team", Cleo and Quinn "Acme finance"; Ines manages both.
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

/** As on a laptop: nothing leaves, but it is counted. */
export const testSms: SmsRules = { way: "mailbox", countries: null, dailyLimit: 1_000 };

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
    return { db, keys: testKeys, sms: testSms, language: "en", ...rest, ...(workspace && { workspace }) };
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
    groups: home.groups,
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
    visitor: (userId: string | null = null): UserContext => ({ db, keys: testKeys, sms: testSms, userId }),
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
  await db.insert(organizations).values({
    id: orgId,
    slug,
    name: slug === "northwind" ? "Northwind Advisory" : "Somewhere Else",
    createdAt: sql`now() - interval '30 days'`,
  });
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
  return {
    orgId,
    workspaceId,
    people,
    groups: await makeGroups(db, orgId, people),
    ...(await makeFlow(db, orgId, workspaceId)),
  };
}

/** An internal team and a client group, both looked after by Ines, in no workspace yet. */
async function makeGroups(
  db: Database,
  orgId: string,
  people: Partial<Record<CastName | "otto", { contactId: string }>>,
) {
  const ids = { team: newId(), clients: newId() };
  const group = (id: string, kind: "team" | "client_group", name: string) => ({
    orgId,
    id,
    kind,
    name,
    sortKey: sortKey(name),
  });
  await db
    .insert(groups)
    .values([group(ids.team, "team", "Lending team"), group(ids.clients, "client_group", "Acme finance")]);
  const rows = (groupId: string, names: CastName[]) =>
    names.flatMap((name) => {
      const contactId = people[name]?.contactId;
      return contactId ? [{ orgId, groupId, contactId }] : [];
    });
  const inGroups = [...rows(ids.team, ["omar", "noel"]), ...rows(ids.clients, ["cleo", "quinn"])];
  if (inGroups.length === 0) return ids;
  await db.insert(groupMembers).values(inGroups);
  await db.insert(groupManagers).values([...rows(ids.team, ["ines"]), ...rows(ids.clients, ["ines"])]);
  return ids;
}

async function makePerson(db: Database, orgId: string, slug: string, name: CastName | "otto") {
  const traits = name === "otto" ? { kind: "internal" as const, isAdmin: true } : CAST[name];
  const address = `${name}@${slug}.example`;
  const userId = newId();
  const contactId = newId();
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  await db.insert(users).values({ id: userId, name: title });
  await db.insert(userAddresses).values({ address, kind: "email", userId, verifiedAt: sql`now()` });
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
    stage: position,
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
