import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { draw, idOf, n, series } from "./rows";
import type { Size } from "./size";

const ROLES = 12;
const ACTIONS_PER_ROLE = 4;

/** Workspaces with their owners, twelve roles of four actions each, nobody else in them yet. */
export async function writeWorkspaces(tx: Database, orgId: string, size: Size): Promise<void> {
  await tx.execute(sql`
    insert into workspaces (org_id, id, name, sort_key, owner_id, created_at, active_at)
    select ${orgId}, ${idOf("workspace", n)}, 'Workspace ' || t.n, 'workspace ' || t.n,
      ${idOf("contact", sql`(1 + t.n % ${size.internals}::bigint)`)}, now() - interval '300 days',
      date_trunc('day', now()) - make_interval(secs => (${draw(n, 1)} * 25920000)::int)
    from ${series(1, size.workspaces)}`);
  await tx.execute(sql`
    insert into members (org_id, workspace_id, contact_id, added_by, joined_at, seen_at)
    select w.org_id, w.id, w.owner_id, w.owner_id, now(), now() from workspaces w where w.org_id = ${orgId}`);
  await tx.execute(sql`
    insert into roles (org_id, id, workspace_id, name, position)
    select ${orgId}, ${idOf("role", n)}, ${idOf("workspace", sql`(1 + (t.n - 1) / ${ROLES}::bigint)`)},
      'Role ' || (1 + (t.n - 1) % ${ROLES}::bigint), (t.n - 1) % ${ROLES}::bigint
    from ${series(1, size.workspaces * ROLES)}`);
  const each = ROLES * ACTIONS_PER_ROLE;
  await tx.execute(sql`
    insert into actions (org_id, id, workspace_id, role_id, kind, title, position, stage)
    select ${orgId}, ${idOf("action", n)}, ${idOf("workspace", sql`(1 + (t.n - 1) / ${each}::bigint)`)},
      ${idOf("role", sql`(1 + (t.n - 1) / ${ACTIONS_PER_ROLE}::bigint)`)}, 'todo',
      'Action ' || (1 + (t.n - 1) % ${each}::bigint), (t.n - 1) % ${each}::bigint, (t.n - 1) % ${each}::bigint
    from ${series(1, size.workspaces * each)}`);
}

/** Fills the first workspace, puts every fifth joined client into one, and everybody invited into another. */
export async function writeMembers(tx: Database, orgId: string, size: Size): Promise<void> {
  const owner = idOf("contact", sql`(1 + p.place % ${size.internals}::bigint)`);
  await tx.execute(sql`
    insert into members (org_id, workspace_id, contact_id, added_by, joined_at)
    select ${orgId}, ${idOf("workspace", sql`p.place`)}, p.id, ${owner}, case when p.state = 'joined' then now() end
    from (
      select id, state, 1 + n % ${size.workspaces}::bigint as place from seeded
      where state = 'invited' or (state = 'joined' and n % 5 = 0 and not is_internal)
      union
      select id, state, 1 from seeded
      where not is_internal and state <> 'deactivated'
        and n between ${size.internals + 1} and ${size.internals + size.bigWorkspace}
    ) p
    on conflict do nothing`);
}

/** One open invitation for everybody invited, delivered a while ago. */
export async function writeInvitations(
  tx: Database,
  org: { id: string; number: number; name: string },
  size: Size,
): Promise<void> {
  await tx.execute(sql`
    insert into invitations (org_id, id, workspace_id, contact_id, address, channel, invited_by, created_at, sent_at, expires_at)
    select ${org.id}, ${idOf("invitation", sql`s.n`)}, ${idOf("workspace", sql`(1 + s.n % ${size.workspaces}::bigint)`)},
      s.id, coalesce(s.email, s.phone), case when s.email is null then 'sms' else 'email' end,
      ${idOf("contact", sql`1::bigint`)}, now() - interval '2 days', now() - interval '2 days', now() + interval '12 days'
    from seeded s where s.state = 'invited'`);
  const values = sql`jsonb_build_object('keyId', 0, 'organization', ${org.number}::int, 'generation', 1,
    'organizationName', ${org.name}::text, 'workspaceName', 'Workspace', 'inviterName', 'Anna', 'inviterAddress',
    'admin@bench.example', 'roleName', null, 'firstAction', null, 'note', null, 'expiresAt', now() + interval '12 days')`;
  await tx.execute(sql`
    insert into messages (org_id, id, kind, channel, address, subject_id, invitation_id, template_version,
      "values", priority, state, provider, attempts, held_until, next_at, first_attempt_at, created_at, sent_at)
    select ${org.id}, ${idOf("message", sql`s.n`)}, 'invitation', case when s.email is null then 'sms' else 'email' end,
      coalesce(s.email, s.phone), ${idOf("invitation", sql`s.n`)}, ${idOf("invitation", sql`s.n`)}, 1, v.v, 2,
      'delivered', 'mailbox', 1, v.at, v.at, v.at, v.at, v.at
    from seeded s cross join (select ${values} as v, now() - interval '2 days' as at) v
    where s.state = 'invited'`);
}
