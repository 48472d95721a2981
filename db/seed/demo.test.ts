import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { selectStanding } from "@/db/queries/actor";
import { recipientOf } from "@/db/queries/messages-to";
import { listMembers } from "@/lib/domain/members";
import { getOutboxMessage, listOutbox } from "@/lib/domain/outbox";
import { listOwnOrganizations } from "@/lib/domain/own";
import { readFlow } from "@/lib/domain/template-flow";
import { listTemplates } from "@/lib/domain/template-list";
import { listTimeline } from "@/lib/domain/timeline";
import type { InvitationSummary } from "@/lib/domain/views";
import { germanOf } from "@/lib/words/say";
import { openTestDatabase } from "@/tests/database";
import { testKeys, testSms } from "@/tests/world";
import { seedDemo } from "./demo";

const { db } = await openTestDatabase();
let printed: { address: string; who: string }[];
let orgId: string;

beforeAll(async () => {
  printed = await seedDemo(db, testKeys);
  const [org] = await db.execute<{ id: string }>(sql`select id from organizations where slug = 'northwind'`);
  orgId = org?.id ?? "";
});

/** Acts as the owner of an address, as the web would. */
async function as(address: string, at: { slug?: string; workspaceId?: string } = {}) {
  const [user] = await db.execute<{ id: string }>(
    sql`select user_id as id from user_addresses where address = ${address}`,
  );
  const standing = await selectStanding(db, { userId: user?.id ?? "", slug: "northwind", ...at });
  if (!user || !standing) throw new Error(`${address} cannot sign in.`);
  return { db, keys: testKeys, sms: testSms, userId: user.id, language: "en" as const, ...standing };
}

const timelineOf = async (address: string) => (await listTimeline(await as(address), {})).items;

/** The popovers of everybody who has not joined, as an admin of each workspace would see them. */
async function popovers(): Promise<
  { name: string; workspace: string; invitation: InvitationSummary | null }[]
> {
  const owners = await db.execute<{ workspaceId: string; address: string; name: string }>(sql`
    select w.id as "workspaceId", c.email as address, w.name from workspaces w
    join contacts c on c.org_id = w.org_id and c.id = w.owner_id where w.org_id = ${orgId}`);
  const pages = owners.map(async ({ workspaceId, address, name: workspace }) => {
    const { workspace: standing, ...ctx } = await as(address, { workspaceId });
    if (!standing) throw new Error("The owner is no member.");
    const page = await listMembers({ ...ctx, workspace: standing }, { show: "not-joined" });
    return [...page.internal, ...page.clients].map(({ name, invitation }) => ({
      name,
      workspace,
      invitation,
    }));
  });
  return (await Promise.all(pages)).flat();
}

const count = async (query: ReturnType<typeof sql>) => (await db.execute<{ n: number }>(query))[0]?.n;

test("the firm has twelve people, sixty clients of fifteen companies, five groups and six workspaces", async () => {
  const [counts] = await db.execute(sql`
    select (select count(*)::int from contacts where org_id = ${orgId} and kind = 'internal') as internal,
      (select count(*)::int from contacts where org_id = ${orgId} and is_admin) as admins,
      (select count(*)::int from contacts where org_id = ${orgId} and kind = 'client') as clients,
      (select count(distinct company)::int from contacts where org_id = ${orgId} and kind = 'client') as companies,
      (select count(*)::int from groups where org_id = ${orgId} and kind = 'team') as teams,
      (select count(*)::int from groups where org_id = ${orgId} and kind = 'client_group') as "clientGroups",
      (select count(*)::int from workspaces where org_id = ${orgId}) as workspaces,
      (select count(distinct owner_id)::int from workspaces where org_id = ${orgId}) as owners,
      (select max(length(name)) from contacts where org_id = ${orgId}) as "longestName"`);
  expect(counts).toEqual({
    internal: 12,
    admins: 2,
    clients: 60,
    companies: 15,
    teams: 2,
    clientGroups: 3,
    workspaces: 6,
    owners: 6,
    longestName: 60,
  });
});

test("there are three templates: two are shared, the admin has one of her own, and each makes a workspace", async () => {
  const [admin, internal] = await Promise.all(
    ["admin@northwind.example", "internal@northwind.example"].map((address) => as(address)),
  );
  if (!admin || !internal) throw new Error("nobody");
  const seen = async (ctx: typeof admin) =>
    (await listTemplates(ctx, {})).rows.map(({ name, visibility }) => `${name}, ${visibility}`);
  expect(await seen(admin)).toEqual([
    "Annual tax return, shared",
    "Client onboarding, shared",
    "Partner review, private",
  ]);
  expect(await seen(internal)).toEqual(["Annual tax return, shared", "Client onboarding, shared"]);
  const stored = await db.execute<{ flow: unknown }>(sql`select flow from templates where org_id = ${orgId}`);
  const flows = stored.map(({ flow }) => readFlow(flow));
  expect(flows.map((flow) => flow?.roles.length).toSorted()).toEqual([2, 2, 4]);
  expect(flows.every((flow) => flow?.actions.every(({ role }) => role >= 0))).toBe(true);
});

test("every group has a manager from the firm", async () => {
  const unmanaged = sql`select count(*)::int as n from groups g where g.org_id = ${orgId} and not exists (
    select from group_managers m join contacts c on c.org_id = m.org_id and c.id = m.contact_id
    where m.org_id = g.org_id and m.group_id = g.id and c.kind = 'internal')`;
  expect(await count(unmanaged)).toBe(0);
});

test("the addresses printed sign in as an admin, a colleague without admin rights and a client of Acme Corp", async () => {
  expect(printed.map(({ address }) => address)).toEqual([
    "admin@northwind.example",
    "internal@northwind.example",
    "client@acme.example",
  ]);
  const [admin, internal, client] = await Promise.all(printed.map(({ address }) => as(address)));
  expect(admin?.actor).toMatchObject({ kind: "internal", isAdmin: true });
  expect(internal?.actor).toMatchObject({ kind: "internal", isAdmin: false });
  expect(client?.actor).toMatchObject({ kind: "client", isAdmin: false });
});

test.each(["admin@northwind.example", "internal@northwind.example", "client@acme.example"])(
  "%s is in several workspaces and is next in one",
  async (address) => {
    const items = await timelineOf(address);
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(items.some(({ next }) => next?.isMine)).toBe(true);
  },
);

test("the client and the colleague each have one workspace that is new to them", async () => {
  for (const address of ["internal@northwind.example", "client@acme.example"])
    expect((await timelineOf(address)).filter(({ isNew }) => isNew)).toHaveLength(1);
});

test("the workspaces stand in every stage from not started to completed, one waiting for an unassigned role", async () => {
  const items = await db.execute<{
    name: string;
    done: number;
    total: number;
    completed: boolean;
    waiting: boolean;
  }>(sql`
    select w.name, count(a.completed_at)::int as done, count(*)::int as total, w.completed_at is not null as completed,
      (array_agg(r.holder_id is null and r.holder_group_id is null order by a.position)
        filter (where a.completed_at is null))[1] as waiting
    from workspaces w join actions a on a.org_id = w.org_id and a.workspace_id = w.id
    join roles r on r.org_id = a.org_id and r.id = a.role_id
    where w.org_id = ${orgId} group by w.org_id, w.id order by w.name`);
  expect([...items]).toEqual([
    { name: "Acme Corp annual tax return", done: 5, total: 5, completed: true, waiting: null },
    { name: "Acme Corp credit line renewal", done: 0, total: 6, completed: false, waiting: false },
    { name: "Acme Corp onboarding", done: 2, total: 5, completed: false, waiting: false },
    { name: "Cedar Health compliance audit", done: 3, total: 7, completed: false, waiting: true },
    { name: "Juniper Hotels lease review", done: 3, total: 7, completed: false, waiting: false },
    { name: "Nordlicht Energie market entry", done: 6, total: 7, completed: false, waiting: false },
  ]);
});

describe("people have not joined", () => {
  const reasons: Record<string, (invitation: InvitationSummary) => boolean> = {
    "because they have not used what was delivered": (i) =>
      i.status === "pending" && !i.isExpired && i.channel === "email" && i.delivery === "delivered",
    "though a text message was delivered": (i) =>
      i.status === "pending" && i.channel === "sms" && i.delivery === "delivered",
    "and it is not known whether the message arrived": (i) => i.delivery === "sent",
    "because their mailbox does not exist": (i) =>
      i.delivery === "bounced" && i.deliveryError === "mailbox does not exist",
    "because their mailbox is full": (i) => i.delivery === "bounced" && i.deliveryError === "mailbox is full",
    "because they asked not to be invited again": (i) =>
      i.delivery === "suppressed" && i.deliveryError === "opted_out",
    "and nobody can tell whether it was sent": (i) => i.delivery === "uncertain",
    "because no message could be sent": (i) => i.delivery === "failed" && i.deliveryError !== null,
    "because a text message could not be sent": (i) => i.delivery === "failed" && i.channel === "sms",
    "because the invitation ran out": (i) => i.status === "pending" && i.isExpired,
    "because the invitation was closed as expired": (i) => i.status === "expired",
    "because they declined": (i) => i.status === "declined",
    "because the invitation was cancelled": (i) => i.status === "revoked",
    "though they were sent it three times": (i) => i.sends === 3,
  };

  test.each(Object.entries(reasons))("%s", async (_, applies) => {
    const all = (await popovers()).flatMap(({ invitation }) => invitation ?? []);
    expect(all.filter(applies)).not.toEqual([]);
  });

  test("each with an invitation, and nobody who has an account", async () => {
    expect((await popovers()).filter(({ invitation }) => !invitation)).toEqual([]);
    const accounts = sql`select count(*)::int as n from members m join contacts c on c.org_id = m.org_id
      and c.id = m.contact_id where m.org_id = ${orgId} and m.joined_at is null and c.user_id is not null`;
    expect(await count(accounts)).toBe(0);
  });

  test("and the bounced message says why", async () => {
    const bounced = sql`select count(*)::int as n from messages m join suppressions s on s.org_id = m.org_id
      and s.address = m.address where m.org_id = ${orgId} and m.state = 'bounced' and m.error = 'mailbox does not exist'`;
    expect(await count(bounced)).toBe(1);
  });
});

test("the outbox holds messages of every fate, and those that a provider took have a history", async () => {
  const ada = await as("admin@northwind.example");
  const seen = new Map<string, string>();
  for (let before: string | undefined; ; ) {
    const page = await listOutbox(ada, { before });
    for (const { id, delivery } of page.rows) seen.set(delivery, id);
    if (!page.next) break;
    before = page.next;
  }
  expect([...seen.keys()].toSorted()).toEqual([
    "bounced",
    "complained",
    "delayed",
    "delivered",
    "failed",
    "sent",
    "uncertain",
    "waiting",
  ]);
  const historyOf = async (delivery: string) => {
    const { history } = await getOutboxMessage(ada, { message: seen.get(delivery) ?? "" });
    return history.map(({ state }) => state);
  };
  expect(await historyOf("complained")).toEqual(["written", "tried", "sent", "delivered", "complained"]);
  expect(await historyOf("waiting")).toEqual(["written", "tried"]);
});

test("some of its people have been reminded, and who reads German has been written to in German", async () => {
  const [told] = await db.execute(sql`
    select count(*) filter (where m.kind = 'invitation_reminder')::int as reminders,
      count(*) filter (where m.language = 'de')::int > 3 as "isGerman",
      count(*) filter (where m.language <> coalesce(c.language, 'en'))::int as wrong
    from messages m join contacts c on c.org_id = m.org_id and c.id = ${recipientOf} where m.org_id = ${orgId}`);
  expect(told).toEqual({ reminders: 1, isGerman: true, wrong: 0 });
});

test("the admin can switch to Harbor & Finch, where three people work and she is no admin", async () => {
  const ada = await as("admin@northwind.example", { slug: "harbor" });
  expect(ada.actor).toMatchObject({ kind: "internal", isAdmin: false });
  expect((await listOwnOrganizations(ada)).map(({ slug }) => slug)).toEqual(["harbor", "northwind"]);
  expect(await count(sql`select count(*)::int as n from contacts where org_id = ${ada.org.id}`)).toBe(3);
});

test("what providers said of the demo's messages can be said in German", async () => {
  const rows = await db.execute<{ said: string }>(sql`
    select error as said from messages where org_id = ${orgId} and error is not null union select detail from delivery_events where org_id = ${orgId} and detail is not null`);
  expect(rows.length).toBeGreaterThan(4);
  expect(rows.filter(({ said }) => germanOf(said) === undefined)).toEqual([]);
});
