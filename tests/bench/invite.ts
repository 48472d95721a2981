import postgres from "postgres";
import { openDatabase } from "@/db/client";
import { newId } from "@/lib/domain/id";
import { inviteMembers } from "@/lib/domain/invite";
import { makeWorld, type World } from "@/tests/cast";
import { withoutLimits } from "@/tests/inviting";
import { median, timed } from "./timed";

/** How many people at once, and how often: a tenth of a second needs more turns to say something than a whole one. */
const SIZES = [
  { size: 1_000, warmUps: 5, runs: 25 },
  { size: 10_000, warmUps: 1, runs: 5 },
];

/**
 * Inviting new clients through the domain, beside hand-written SQL that puts the same rows into the
 * same tables with the same constraints, interleaved in one run on one database. Ratio: SQL / ours.
 */
export async function benchInvite(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 2 });
  const raw = postgres(url, { max: 1, onnotice: () => {} });
  const world = await makeWorld(db, `bench-${Date.now()}`);
  await withoutLimits(world);
  const lines: string[] = [];
  for (const { size, warmUps, runs } of SIZES) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < warmUps + runs; run++) {
      const mine = await timed(() => throughDomain(world, emails(size, `d${size}-${run}`)));
      const byHand = await timed(() => throughSql(raw, world, emails(size, `s${size}-${run}`)));
      if (run < warmUps) continue;
      ours.push(mine);
      theirs.push(byHand);
    }
    lines.push(
      `invite ${size}: ${seconds(ours)} s (${Math.round(size / median(ours))} people/s, ${size * 5 + 3} rows), ` +
        `hand-written SQL ${seconds(theirs)} s, ratio ${(median(theirs) / median(ours)).toFixed(2)} (goal >= 0.75)`,
    );
  }
  await Promise.all([close(), raw.end()]);
  return lines;
}

const emails = (n: number, tag: string) =>
  Array.from({ length: n }, (_, i) => `person-${tag}-${i}@client.example`);

async function throughDomain(world: World, addresses: string[]): Promise<void> {
  const people = addresses.map((address) => ({ address, kind: "client" as const }));
  await inviteMembers(await world.as("ada"), { command: newId(), people, note: null });
}

/** What somebody would write who knew the rows: no permission, no normaliser, no look-ups, no outcomes. */
async function throughSql(raw: postgres.Sql, world: World, addresses: string[]): Promise<void> {
  const rows = JSON.stringify(
    addresses.map((email) => ({ email, contact: newId(), invitation: newId(), message: newId() })),
  );
  const list = raw`json_to_recordset(${rows}::text::json) as r(email text, contact uuid, invitation uuid, message uuid)`;
  const { orgId, workspaceId } = world;
  const ada = world.id("ada");
  const values = {
    workspaceName: "Acme onboarding",
    organizationName: "Somewhere",
    inviterName: "Ada",
    generation: 1,
    keyId: 1,
    organization: 1,
    inviterAddress: "ada@northwind.example",
    roleName: null,
    firstAction: null,
    note: null,
    expiresAt: new Date().toISOString(),
  };
  await raw.begin(async (tx) => {
    await tx`insert into commands (org_id, actor_id, id) values (${orgId}, ${ada}, ${newId()})`;
    await tx`insert into limits (org_id, key, max, window_seconds, count)
      select ${orgId}, 'recipient:email:' || r.email, 5, 86400, 1 from ${list}`;
    await tx`insert into contacts (org_id, id, kind, email, sort_key, created_by, invited_at)
      select ${orgId}, r.contact, 'client', r.email, r.email, ${ada}, now() from ${list}`;
    await tx`insert into members (org_id, workspace_id, contact_id, added_by)
      select ${orgId}, ${workspaceId}, r.contact, ${ada} from ${list}`;
    await tx`insert into invitations (org_id, id, workspace_id, contact_id, address, channel, invited_by, expires_at)
      select ${orgId}, r.invitation, ${workspaceId}, r.contact, r.email, 'email', ${ada}, now() + interval '14 days' from ${list}`;
    await tx`insert into messages (org_id, id, kind, channel, address, subject_id, number, invitation_id,
        template_version, language, "values", priority, held_until, next_at)
      select ${orgId}, r.message, 'invitation', 'email', r.email, r.invitation, 1, r.invitation, 1, 'en',
        ${tx.json(values)}, 2, now() + interval '5 seconds', now() + interval '5 seconds' from ${list}`;
    await tx`insert into activity (org_id, id, workspace_id, actor_id, kind, data)
      values (${orgId}, ${newId()}, ${workspaceId}, ${ada}, 'members_invited', ${tx.json({ count: addresses.length })})`;
    await tx`update workspaces set active_at = now() where org_id = ${orgId} and id = ${workspaceId}`;
  });
}

const seconds = (values: number[]) =>
  `${median(values).toFixed(3)} (${Math.min(...values).toFixed(3)}-${Math.max(...values).toFixed(3)})`;
