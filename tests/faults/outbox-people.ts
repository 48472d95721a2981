import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { INSTALLATION, newId } from "@/lib/domain/id";
import { enqueueMessages, type NewMessage } from "@/lib/domain/messages";
import { keyRing, newestKey } from "@/lib/domain/token";
import { sampleValues } from "../samples/messages";

export const RIG_SECRET = "a secret for the rig, thirty-two characters and more";
export const rigKeys = keyRing(RIG_SECRET);

/** An organization with one inviter, to hang messages on. */
export async function makeSender(db: Database): Promise<{ orgId: string; inviterId: string }> {
  const [orgId, inviterId] = [newId(), newId()];
  await db.execute(
    sql`insert into organizations (id, slug, name) values (${orgId}, ${`rig-${orgId.slice(-12)}`}, 'Northwind Advisory')`,
  );
  await db.execute(sql`
    insert into contacts (org_id, id, kind, name, email, sort_key)
    values (${orgId}, ${inviterId}, 'internal', 'Ada Lovelace', 'ada@northwind.example', 'ada lovelace')`);
  return { orgId, inviterId };
}

type Change = (message: NewMessage<"invitation">, index: number) => NewMessage<"invitation">;

/** Invites `count` people to the portal and writes their messages; answers the messages. */
export async function invitePeople(
  db: Database,
  { orgId, inviterId }: { orgId: string; inviterId: string },
  count: number,
  change: Change = (message) => message,
): Promise<NewMessage<"invitation">[]> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const messages = Array.from({ length: count }, (_, index) => change(messageTo(index, expiresAt), index));
  const rows = messages.map(({ invitationId, address }) => ({
    id: invitationId,
    contactId: newId(),
    address,
  }));
  await db.execute(sql`
    with people as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as p(id uuid, "contactId" uuid, address text)
    ), known as (
      insert into contacts (org_id, id, kind, email, sort_key)
      select ${orgId}, "contactId", 'client', address, address from people returning org_id
    )
    insert into invitations (org_id, id, contact_id, address, channel, invited_by, expires_at)
    select ${orgId}, id, "contactId", address, 'email', ${inviterId}, ${expiresAt}::timestamptz
    from people where (select count(*) from known) > 0`);
  await enqueueMessages(db, orgId, messages);
  return messages;
}

function messageTo(index: number, expiresAt: string): NewMessage<"invitation"> {
  const id = newId();
  return {
    id: newId(),
    kind: "invitation",
    channel: "email",
    address: `person-${index}-${id.slice(-6)}@client.example`,
    subjectId: id,
    number: 1,
    invitationId: id,
    contactId: null,
    language: "en",
    priority: 2,
    holdSeconds: 0,
    values: {
      keyId: newestKey(rigKeys),
      organization: 1,
      generation: 1,
      organizationName: "Northwind Advisory",
      workspaceName: null,
      inviterName: "Ada Lovelace",
      inviterAddress: "ada@northwind.example",
      roleName: null,
      firstAction: null,
      note: null,
      expiresAt,
    },
  };
}

/** Writes a sign-in code to somebody, as the page of signing in does; it goes ahead of everything else. */
export async function askForCode(
  db: Database,
  address: string,
  channel: "email" | "sms" = "email",
): Promise<void> {
  const codeId = newId();
  const values = { ...sampleValues.sign_in_code, keyId: newestKey(rigKeys), codeId };
  const about = { subjectId: codeId, number: 1, invitationId: null, contactId: null };
  const manner = { language: "en", priority: 0 as const, holdSeconds: 0 };
  await enqueueMessages(db, INSTALLATION, [
    { id: newId(), kind: "sign_in_code", channel, address, ...about, ...manner, values },
  ]);
}
