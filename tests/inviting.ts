import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import type { InviteMembers } from "@/lib/domain/invite";
import { makeToken, newestKey } from "@/lib/domain/token";
import { testKeys, type World } from "./cast";

/** The input of an act of inviting, with a command of its own. */
export const inviting = (
  people: InviteMembers["people"],
  more: Partial<InviteMembers> = {},
): InviteMembers => ({
  command: newId(),
  people,
  note: null,
  ...more,
});

/** Lets an organization cause as many messages as a test likes. */
export const withoutLimits = ({ db, orgId }: Pick<World, "db" | "orgId">) =>
  db.execute(sql`
    update organizations set member_hourly_limit = 100000000, admin_daily_limit = 100000000,
      workspace_daily_limit = 100000000, daily_limit = 100000000
    where id = ${orgId}`);

/** Has an organization invite nobody at a domain. */
export const blockDomain = ({ db, orgId }: Pick<World, "db" | "orgId">, domain: string) =>
  db.execute(sql`update organizations set blocked_domains = ${`{${domain}}`} where id = ${orgId}`);

export const newClient = (address: string) => ({ address, kind: "client" as const });
export const newInternal = (address: string) => ({ address, kind: "internal" as const });

export const statuses = (answer: { outcomes: { status: string }[] }) =>
  answer.outcomes.map(({ status }) => status);

/** The member with this e-mail: whether they have joined, and the state of their invitation. */
export async function memberOf(world: World, email: string) {
  const [row] = await world.db.execute<{ joined: boolean; status: string | null }>(sql`
    select m.joined_at is not null as joined, i.status from members m
    join contacts c on c.org_id = m.org_id and c.id = m.contact_id
    left join invitations i on i.org_id = m.org_id and i.workspace_id = m.workspace_id and i.contact_id = m.contact_id
    where m.org_id = ${world.orgId} and m.workspace_id = ${world.workspaceId} and c.email = ${email}`);
  return row;
}

/** The token of the link that a contact's only invitation was sent with first. */
export async function linkOf(world: World, contact: string): Promise<string> {
  const [row] = await world.db.execute<{ id: string; number: number }>(sql`
    select i.id, o.number from invitations i join organizations o on o.id = i.org_id
    where i.org_id = ${world.orgId} and i.contact_id = ${contact}`);
  const subject = { organization: row?.number ?? 0, id: row?.id ?? "" };
  return makeToken(testKeys, newestKey(testKeys), "invite", subject, 1);
}
