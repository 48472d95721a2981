import { sql } from "drizzle-orm";
import { type Database, openDatabase } from "@/db/client";
import { createGroup } from "@/lib/domain/groups";
import { newId } from "@/lib/domain/id";
import { inviteMembers } from "@/lib/domain/invite";
import { resendAll } from "@/lib/domain/resend-all";
import { makeWorld, type World } from "@/tests/cast";
import { withoutLimits } from "@/tests/inviting";
import { median, timed } from "./timed";

const WARM_UPS = 3;
const RUNS = 9;
const GROUP = 1_000;
const WAITING = 10_000;

/** A group of 1,000 contacts into a workspace, beside its rows written by hand; and sending again to 10,000. */
export async function benchGroups(url: string): Promise<string[]> {
  const { db, close } = openDatabase(url, { max: 2 });
  const world = await makeWorld(db, `bench-groups-${Date.now()}`);
  await withoutLimits(world);
  const lines = [await benchGroup(db, world), await benchResend(db, world)];
  await close();
  return lines;
}

async function benchGroup(db: Database, world: World): Promise<string> {
  const ours: number[] = [];
  const byHand: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const ada = await world.as("ada");
    const group = await makeGroup(world, `ours ${run}`);
    const other = await makeGroup(world, `hand ${run}`);
    const mine = await timed(() => inviteMembers(ada, { command: newId(), people: [{ group }], note: null }));
    const theirs = await timed(() => writeByHand(db, world, other));
    if (run < WARM_UPS) continue;
    ours.push(mine);
    byHand.push(theirs);
  }
  const ms = (list: number[]) => (median(list) * 1_000).toFixed(0);
  return `group of ${GROUP}: ${ms(ours)} ms from call to commit (goal <= 110), the same rows by hand ${ms(byHand)} ms, ratio ${(median(byHand) / median(ours)).toFixed(2)}`;
}

async function makeGroup(world: World, name: string): Promise<string> {
  const people = Array.from({ length: GROUP }, (_, i) => ({
    address: `p${i}-${name.replace(" ", "-")}@client.example`,
    kind: "client" as const,
  }));
  const input = {
    command: newId(),
    kind: "client_group" as const,
    name,
    description: null,
    managers: [],
    people,
  };
  return (await createGroup(await world.inOrganization("ada"), input)).id;
}

/** Members, invitations, messages, limits and the end of being quiet, without any question asked. */
async function writeByHand(db: Database, { orgId, workspaceId, id }: World, group: string): Promise<void> {
  const ada = id("ada");
  await db.transaction(async (tx) => {
    const people = await tx.execute<{ id: string; email: string }>(sql`
      select c.id, c.email from group_members p join contacts c on c.org_id = p.org_id and c.id = p.contact_id
      where p.org_id = ${orgId} and p.group_id = ${group}`);
    const rows = people.map((one) => ({ ...one, invitation: newId(), message: newId() }));
    const list = sql`json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, email text, invitation uuid, message uuid)`;
    await tx.execute(sql`insert into limits (org_id, key, max, window_seconds, count)
      select ${orgId}, 'recipient:email:' || r.email, 5, 86400, 1 from ${list}`);
    await tx.execute(sql`insert into members (org_id, workspace_id, contact_id, is_direct, added_by)
      select ${orgId}, ${workspaceId}, r.id, false, ${ada} from ${list}`);
    await tx.execute(sql`update contacts set invited_at = now() where org_id = ${orgId}
      and id in (select r.id from ${list})`);
    await tx.execute(sql`insert into invitations (org_id, id, workspace_id, contact_id, address, channel, invited_by, expires_at)
      select ${orgId}, r.invitation, ${workspaceId}, r.id, r.email, 'email', ${ada}, now() + interval '14 days' from ${list}`);
    await tx.execute(sql`insert into messages (org_id, id, kind, channel, address, subject_id, invitation_id,
        template_version, language, "values", priority)
      select ${orgId}, r.message, 'invitation', 'email', r.email, r.invitation, r.invitation, 1, 'en', '{}', 2 from ${list}`);
    await tx.execute(sql`insert into workspace_groups (org_id, workspace_id, group_id, added_by)
      values (${orgId}, ${workspaceId}, ${group}, ${ada})`);
  });
}

async function benchResend(db: Database, world: World): Promise<string> {
  const ours: number[] = [];
  const byHand: number[] = [];
  await fillUp(world);
  for (let run = 0; run <= 3; run++) {
    await settle(db, world);
    const ada = await world.as("ada");
    const mine = await timed(async () => {
      const { sent } = await resendAll(ada, {});
      if (sent < WAITING) throw new Error(`Only ${sent} were sent again.`);
    });
    await settle(db, world);
    const theirs = await timed(() => resendByHand(db, world));
    if (run === 0) continue;
    ours.push(mine);
    byHand.push(theirs);
  }
  return `resend to ${WAITING} not joined: ${median(ours).toFixed(2)} s (goal <= 0.6), the same rows by hand ${median(byHand).toFixed(2)} s, ratio ${(median(byHand) / median(ours)).toFixed(2)}`;
}

/** Nobody was sent to just now, and no limit is used up; tables as they are when nothing has happened for a while. */
async function settle(db: Database, { orgId }: World): Promise<void> {
  await db.execute(sql`delete from limits where org_id = ${orgId}`);
  await db.execute(
    sql`update invitations set sent_at = sent_at - interval '2 minutes' where org_id = ${orgId}`,
  );
  await db.execute(sql`vacuum (analyze) invitations, messages, limits`);
}

/** Limits, the new sending of each invitation and its message, without any question asked. */
async function resendByHand(db: Database, { orgId, workspaceId }: World): Promise<void> {
  await db.transaction(async (tx) => {
    const people = await tx.execute<{ id: string; address: string; sends: number }>(sql`
      select i.id, i.address, i.sends from invitations i
      where i.org_id = ${orgId} and i.workspace_id = ${workspaceId} and i.status = 'pending'`);
    const rows = people.map((one) => ({ ...one, message: newId() }));
    const list = sql`json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, address text, sends int, message uuid)`;
    await tx.execute(sql`insert into limits (org_id, key, max, window_seconds, count)
      select ${orgId}, k.key || r.address, 5, 86400, 1 from ${list}, unnest('{recipient:email:,resent:}'::text[]) as k(key)`);
    await tx.execute(sql`update invitations i set sends = i.sends + 1, sent_at = now(), expires_at = i.expires_at + interval '1 second'
      from ${list} where i.org_id = ${orgId} and i.id = r.id`);
    const [said] = await tx.execute<{ values: unknown }>(
      sql`select "values" from messages where org_id = ${orgId} and kind = 'invitation' limit 1`,
    );
    await tx.execute(sql`insert into messages (org_id, id, kind, channel, address, subject_id, number, invitation_id,
        template_version, language, "values", priority)
      select ${orgId}, r.message, 'invitation', 'email', r.address, r.id, r.sends + 1, r.id, 1, 'en',
        ${JSON.stringify(said?.values)}::jsonb, 2 from ${list}`);
  });
}

async function fillUp(world: World): Promise<void> {
  const people = Array.from({ length: WAITING }, (_, i) => ({
    address: `waiting-${i}@client.example`,
    kind: "client" as const,
  }));
  await inviteMembers(await world.as("ada"), { command: newId(), people, note: null });
}
