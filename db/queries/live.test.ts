import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/lib/domain/id";
import {
  versionOf,
  type Watched,
  watchContacts,
  watchGroup,
  watchInvitations,
  watchOrganizationRequests,
  watchOutbox,
  watchPerson,
  watchTimeline,
  watchWorkspace,
} from "@/lib/domain/live";
import { hashSecret } from "@/lib/domain/secret";
import { openSession } from "@/lib/domain/sessions";
import { inviteAround } from "@/tests/invitation-scene";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { selectVersions } from "./live";

await useDatabase();

type Change = (scene: Scene, noelsWorkspace: string) => SQL;

const ofKim = (change: SQL): Change[] => [
  ({ orgId, kimInvitation }) =>
    sql`update messages set ${change} where org_id = ${orgId} and invitation_id = ${kimInvitation}`,
];
const invitationIs =
  (change: SQL): Change =>
  ({ orgId, kimInvitation }) =>
    sql`update invitations set ${change} where org_id = ${orgId} and id = ${kimInvitation}`;
const contactIs =
  (name: "kim" | "ines", change: SQL): Change =>
  ({ orgId, kim, id }) =>
    sql`update contacts set ${change} where org_id = ${orgId} and id = ${name === "kim" ? kim : id("ines")}`;
const inesLeaves: Change = ({ orgId, id }) =>
  sql`update members set joined_at = null, seen_at = null where org_id = ${orgId} and contact_id = ${id("ines")}`;
const happens =
  (kind: string): Change =>
  ({ orgId }) =>
    sql`insert into activity (org_id, id, kind) values (${orgId}, ${newId()}, ${kind})`;

const ofMessage = [
  sql`held_until = now() + interval '1 hour'`,
  sql`error = 'mailbox is full'`,
  sql`state = 'sent'`,
  sql`state = 'delivered'`,
].flatMap(ofKim);

const pauses: Change[] = [
  () =>
    sql`insert into channel_pauses (provider, until, since, reason) values ('mailbox', now(), now(), 'manual')`,
  () =>
    sql`insert into channel_pauses (provider, until, since, reason) values ('twilio', now(), now(), 'manual')`,
];

const asks =
  (workspace: "here" | null): Change =>
  ({ orgId, links, workspaceId }) =>
    sql`insert into join_requests (org_id, id, workspace_id, link_id, address, kind, audience, status, expires_at)
      values (${orgId}, ${newId()}, ${workspace && workspaceId}, ${workspace ? links.internal : links.organization},
        ${`${newId()}@northwind.example`}, 'email', 'internal', 'pending', now() + interval '1 day')`;
const requestsAre =
  (change: SQL): Change =>
  ({ orgId }) =>
    sql`update join_requests set ${change} where org_id = ${orgId} and workspace_id is null`;

/** A message older than all others, and a hundred that are newer than all others. */
const backlog: Change = ({ orgId }) => {
  const ids = ["00000000-0000-7000-8000-000000000001", ...Array.from({ length: 100 }, newId)];
  return sql`insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", state)
    select ${orgId}, id, 'test_message', 'email', 'ada@northwind.example', id, 1, '{}', 'queued'
    from unnest(${`{${ids.join(",")}}`}::uuid[]) as id`;
};
const oldestGoes: Change = ({ orgId }) => sql`update messages set state = 'sent'
  where org_id = ${orgId} and id = '00000000-0000-7000-8000-000000000001'`;

type Told = { watch: (scene: Scene) => Watched | Promise<Watched>; of: Change[]; notOf?: Change[] };

const pages: Record<string, Told> = {
  workspace: {
    watch: async (scene) => watchWorkspace(await scene.as("ines")),
    of: [
      ({ orgId, workspaceId }) =>
        sql`update workspaces set active_at = active_at + interval '1 minute' where org_id = ${orgId} and id = ${workspaceId}`,
      ...["contact_edited", "contacts_merged", "contact_deactivated", "contact_reactivated"].map(happens),
      happens("suppression_lifted"),
      ({ orgId }) =>
        sql`insert into suppressions (org_id, address, reason) values (${orgId}, 'kim@acme.com', 'opted_out')`,
      ({ orgId }) => sql`delete from suppressions where org_id = ${orgId}`,
      invitationIs(sql`sends = sends + 1`),
      ...ofMessage,
      ...pauses,
      asks("here"),
      ({ orgId, workspaceId }) => sql`update join_requests set expires_at = now() - interval '1 second'
        where org_id = ${orgId} and workspace_id = ${workspaceId}`,
    ],
    notOf: [happens("contact_created"), asks(null)],
  },
  timeline: {
    watch: async (scene) => watchTimeline(await scene.inOrganization("ines")),
    of: [
      ({ orgId, id }, workspace) =>
        sql`insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
          values (${orgId}, ${workspace}, ${id("ines")}, ${id("noel")}, now())`,
      ({ orgId, id }, workspace) => sql`update members set seen_at = now()
        where org_id = ${orgId} and workspace_id = ${workspace} and contact_id = ${id("ines")}`,
      inesLeaves,
    ],
  },
  outbox: {
    watch: async (scene) => watchOutbox(await scene.inOrganization("ada")),
    of: [
      ...ofKim(sql`attempts = attempts + 1`),
      ...ofMessage,
      ...pauses,
      () => sql`update channel_pauses set since = since + interval '1 minute'`,
      () => sql`update channel_pauses set until = now() + interval '3 minutes'`,
      () => sql`update channel_pauses set until = now()`,
      backlog,
      oldestGoes,
    ],
  },
  invitations: {
    watch: async (scene) => watchInvitations(await scene.inOrganization("ines")),
    of: [happens("contact_edited"), ...ofKim(sql`state = 'sent'`), ...pauses],
    notOf: [happens("action_completed")],
  },
  requests: {
    watch: async (scene) => watchOrganizationRequests(await scene.inOrganization("ada")),
    of: [
      asks(null),
      requestsAre(sql`name = 'Lee Park'`),
      requestsAre(sql`expires_at = now() - interval '1 second'`),
      requestsAre(sql`expires_at = now() + interval '1 day'`),
      requestsAre(sql`status = 'declined', closed_at = now()`),
    ],
    notOf: [asks("here")],
  },
  contacts: {
    watch: async (scene) => watchContacts(await scene.inOrganization("ines")),
    of: [asks(null)],
    notOf: [asks("here")],
  },
  group: {
    watch: async (scene) => watchGroup(await scene.inOrganization("ines"), { group: scene.board }),
    of: [
      ({ orgId, board }) =>
        sql`update groups set name = 'Partners' where org_id = ${orgId} and id = ${board}`,
      ({ orgId, board, kim }) =>
        sql`insert into group_members (org_id, group_id, contact_id) values (${orgId}, ${board}, ${kim})`,
      contactIs("kim", sql`email = 'kimberly@acme.com'`),
      contactIs("kim", sql`phone = '+14155550134'`),
      contactIs("kim", sql`company = 'Acme Corp', company_key = 'acme corp'`),
      inesLeaves,
    ],
    notOf: [contactIs("ines", sql`title = 'Partner'`)],
  },
  person: {
    watch: async (scene) => watchPerson(await scene.inOrganization("ines"), { contact: scene.kim }),
    of: [
      contactIs("kim", sql`title = 'CFO'`),
      invitationIs(sql`sends = sends + 1`),
      ...ofMessage,
      ({ orgId, kim }) =>
        sql`update members set joined_at = now() where org_id = ${orgId} and contact_id = ${kim}`,
      invitationIs(sql`status = 'accepted', closed_at = now()`),
      ...pauses,
    ],
    notOf: [contactIs("ines", sql`title = 'Partner'`)],
  },
};

test.each(Object.entries(pages))("of %s, everything that is shown makes a version of its own", (_, page) =>
  inScene(async (scene) => {
    const { noelsWorkspace } = await inviteAround(scene);
    const watched = await page.watch(scene);
    const version = () => versionOf(scene, watched);
    await scene.db.execute(sql`update workspaces set active_at = active_at - interval '1 day'
      where org_id = ${scene.orgId} and id = ${noelsWorkspace}`);
    for (const [i, change] of page.of.entries()) {
      const before = await version();
      await scene.db.execute(change(scene, noelsWorkspace));
      expect(await version(), `change ${i}`).not.toBe(before);
    }
    const before = await version();
    for (const change of page.notOf ?? []) await scene.db.execute(change(scene, noelsWorkspace));
    expect(await version()).toBe(before);
  })(),
);

const inesIs = (change: SQL) => contactIs("ines", change);
const everybody = [...Object.keys(pages), "asked"];
const admins = ["outbox", "requests", "asked"];
const internal = ["contacts", "group", "invitations", "person"];

test.each<[string, string[], Change]>([
  [
    "whose session is over",
    everybody,
    () => sql`update sessions set expires_at = now() - interval '1 second' where user_id is not null`,
  ],
  [
    "whose session is somebody else's",
    everybody,
    ({ userOf }) => sql`update sessions set user_id = ${userOf("cleo")} where user_id is not null`,
  ],
  ["whose account is another", everybody, inesIs(sql`user_id = null, joined_at = null`)],
  ["who was deactivated", everybody, inesIs(sql`deactivated_at = now()`)],
  ["who is no admin any more", admins, inesIs(sql`is_admin = false`)],
  ["who is a client now", [...internal, ...admins], inesIs(sql`kind = 'client', is_admin = false`)],
  ["who has not joined", ["workspace"], inesLeaves],
])("%s may not read on", (_, gone, change) =>
  inScene(async (scene) => {
    await scene.db.execute(inesIs(sql`is_admin = true`)(scene, ""));
    const ines = await scene.as("ines");
    const tokenHash = hashSecret(await openSession(scene.db, ines.actor.userId));
    const asked = { watch: () => ({ ...watchWorkspace(ines), page: "asked" as const }) };
    const watches = await Promise.all(
      [...Object.values(pages), asked].map(async ({ watch }) => {
        const { userId, contactId } = ines.actor;
        return { ...(await watch(scene)), userId, contactId, tokenHash };
      }),
    );
    const refused = async () =>
      (await selectVersions(scene.db, watches)).flatMap(({ isAllowed }, i) =>
        isAllowed ? [] : (everybody[i] ?? []),
      );
    expect(await refused()).toEqual([]);
    await scene.db.execute(change(scene, ""));
    expect((await refused()).sort()).toEqual([...gone].sort());
  })(),
);
