import { sql } from "drizzle-orm";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { attendedAnew } from "@/db/queries/attention";
import * as tables from "@/db/schema";
import { newId } from "@/lib/domain/id";
import { sortKey } from "@/lib/domain/text";
import { activityRows } from "./activity-rows";
import { type Cast, contactRows, personOf } from "./cast";
import type { SeedGroup } from "./groups";
import { suppressionRows, type Telling, tellInvitations } from "./invitation-rows";
import { linkRows } from "./link-rows";
import { deliveryEventRows, messageRows } from "./message-rows";
import { type Setting, sceneOf } from "./setting";
import type { Story } from "./story";
import type { SeedTemplate } from "./templates";
import { flowRows, memberRows, workspaceGroupRows, workspaceRow } from "./workspace-rows";

/** Claims the slug with a new organization; null if it is taken, however many try at once. */
export async function claimOrganization(tx: Database, org: { slug: string; name: string; createdAt: Date }) {
  const [made] = await tx
    .insert(tables.organizations)
    .values({ id: newId(), country: "US", timeZone: "America/New_York", ...org })
    .onConflictDoNothing()
    .returning({ id: tables.organizations.id, number: tables.organizations.number });
  return made ? { ...made, slug: org.slug, name: org.name } : null;
}

/** Writes the people and their groups; answers the groups' ids by name. */
export async function writePeople(
  tx: Database,
  orgId: string,
  {
    cast,
    users,
    groups,
    createdAt,
  }: { cast: Cast; users: Map<string, string>; groups: SeedGroup<string>[]; createdAt: Date },
): Promise<Map<string, string>> {
  await tx.insert(tables.contacts).values(contactRows(orgId, cast, users, createdAt));
  const ids = new Map(groups.map(({ name }) => [name, newId()]));
  const made = groups.map((group) => ({ ...group, orgId, groupId: ids.get(group.name) ?? newId() }));
  await insertAll(
    tx,
    tables.groups,
    made.map(({ groupId, kind, name, description }) => ({
      orgId,
      id: groupId,
      kind,
      name,
      sortKey: sortKey(name),
      description,
      createdAt,
    })),
  );
  await insertAll(
    tx,
    tables.groupMembers,
    made.flatMap(({ groupId, people }) =>
      people.map((key) => ({
        orgId,
        groupId,
        contactId: personOf(cast, key).contactId,
        addedAt: createdAt,
      })),
    ),
  );
  await insertAll(
    tx,
    tables.groupManagers,
    made.flatMap(({ groupId, managers }) =>
      managers.map((key) => ({ orgId, groupId, contactId: personOf(cast, key).contactId })),
    ),
  );
  return ids;
}

/** Writes the templates, each its owner's. */
export async function writeTemplates(
  tx: Database,
  orgId: string,
  { cast, templates, createdAt }: { cast: Cast; templates: SeedTemplate<string>[]; createdAt: Date },
): Promise<void> {
  await insertAll(
    tx,
    tables.templates,
    templates.map(({ name, description, owner, visibility, roles, actions }) => ({
      orgId,
      id: newId(),
      name,
      sortKey: sortKey(name),
      description,
      visibility,
      ownerId: personOf(cast, owner).contactId,
      flow: {
        roles,
        actions: actions.map(({ role, isParallel = false, instructions = null, ...action }) => ({
          ...action,
          role: roles.findIndex((one) => one.name === role),
          isParallel,
          instructions,
        })),
      },
      createdAt,
      updatedAt: createdAt,
    })),
  );
}

/** Writes the workspaces with everything that has happened in them: one statement a table. */
export async function writeStories(tx: Database, setting: Setting, stories: Story<string>[]): Promise<void> {
  const scenes = stories.map((story) => {
    const scene = sceneOf(setting, story);
    const tellings = tellInvitations(scene);
    return { scene, tellings, activity: activityRows(scene), flow: flowRows(scene) };
  });
  const every = <Row>(rowsOf: (told: (typeof scenes)[number]) => Row[]) => scenes.flatMap(rowsOf);
  await insertAll(
    tx,
    tables.workspaces,
    scenes.map(({ scene, activity }) => workspaceRow(scene, activity.at(-1)?.at ?? scene.clock.now)),
  );
  await insertAll(
    tx,
    tables.workspaceGroups,
    every(({ scene }) => workspaceGroupRows(scene)),
  );
  await insertAll(
    tx,
    tables.members,
    every(({ scene }) => memberRows(scene)),
  );
  await insertAll(
    tx,
    tables.roles,
    every(({ flow }) => flow.roles),
  );
  await insertAll(
    tx,
    tables.actions,
    every(({ flow }) => flow.actions),
  );
  await writeLinks(
    tx,
    scenes.map(({ scene, flow }) => linkRows(scene, flow.roles)),
  );
  await writeInvitations(
    tx,
    setting.org.id,
    every(({ tellings }) => tellings.map(({ row }) => row)),
  );
  const messages = every(({ scene, tellings }) => messageRows(scene, tellings));
  await insertAll(tx, tables.messages, messages);
  await insertAll(tx, tables.deliveryEvents, deliveryEventRows(messages));
  await insertAll(
    tx,
    tables.suppressions,
    every(({ tellings }) => suppressionRows(tellings)),
  );
  await insertAll(
    tx,
    tables.activity,
    every(({ activity }) => activity),
  );
}

/** Invitations that are open are attended to like all others, in half a day at the earliest. */
async function writeInvitations(tx: Database, orgId: string, rows: Telling["row"][]): Promise<void> {
  await insertAll(tx, tables.invitations, rows);
  await tx.execute(sql`
    update invitations i set ${attendedAnew(sql`i.expires_at`)}
    where i.org_id = ${orgId} and i.status = 'pending' and i.expires_at > now()`);
}

async function writeLinks(tx: Database, told: ReturnType<typeof linkRows>[]): Promise<void> {
  await insertAll(
    tx,
    tables.workspaceLinks,
    told.flatMap(({ links }) => links),
  );
  await insertAll(
    tx,
    tables.joinRequests,
    told.flatMap(({ requests }) => requests),
  );
}

async function insertAll<T extends PgTable>(tx: Database, table: T, rows: PgInsertValue<T>[]): Promise<void> {
  if (rows.length > 0) await tx.insert(table).values(rows);
}
