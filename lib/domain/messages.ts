import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { tableOf } from "@/db/queries/table-of";
import type { Channel } from "./address";

/** What each kind of message says; the templates' slots. Times are ISO 8601. */
export type MessageValues = {
  invitation: {
    keyId: number;
    organization: number;
    generation: number;
    organizationName: string;
    /** Null for a portal invitation. */
    workspaceName: string | null;
    inviterName: string;
    inviterAddress: string;
    roleName: string | null;
    firstAction: string | null;
    note: string | null;
    expiresAt: string;
  };
  /** `sends`: how many messages about the invitation there are by now, this one included. */
  invitation_reminder: MessageValues["invitation"] & { sends: number };
  /** To who invited: so many invitations to one place run out on that day ("2026-11-29"). */
  invitations_expiring: {
    organizationName: string;
    workspaceName: string | null;
    count: number;
    /** Whose invitation it is, where it is one. */
    personName: string;
    expiresOn: string;
    path: string;
  };
  /** To who invited. */
  person_joined: {
    organizationName: string;
    workspaceName: string | null;
    personName: string;
    path: string;
  };
  /** The same once a day; `list` has a line for each person. */
  people_joined: { organizationName: string; count: number; list: string; path: string };
  workspace_added: {
    organizationName: string;
    workspaceName: string;
    adderName: string;
    adderAddress: string;
    roleName: string | null;
    firstAction: string | null;
    path: string;
  };
  sign_in_code: { keyId: number; codeId: string; withLink: boolean };
  /** The person: whose account the address is to be added to. */
  address_code: { keyId: number; codeId: string; personName: string; personAddress: string };
  link_requested: {
    organizationName: string;
    workspaceName: string | null;
    personName: string;
    path: string;
  };
  invitation_declined: {
    organizationName: string;
    workspaceName: string | null;
    personName: string;
    path: string;
  };
  other_account_asked: {
    organizationName: string;
    workspaceName: string | null;
    personName: string;
    otherName: string;
    otherAddress: string;
    path: string;
  };
  internal_requested: {
    organizationName: string;
    workspaceName: string;
    requesterName: string;
    address: string;
    roleName: string | null;
    path: string;
  };
  request_received: {
    organizationName: string;
    /** Null for a request to become an internal user of the organization. */
    workspaceName: string | null;
    personName: string;
    personAddress: string;
    path: string;
  };
  request_approved: {
    organizationName: string;
    workspaceName: string | null;
    roleName: string | null;
    path: string;
  };
  request_declined: { organizationName: string; workspaceName: string | null; reason: string | null };
  action_ready: {
    organizationName: string;
    workspaceName: string;
    roleName: string;
    /** Null where the title is not fit for messages. */
    actionTitle: string | null;
    /** How many more actions wait for the same person. */
    more: number;
    path: string;
  };
  /** What an admin sends to themselves. */
  test_message: { organizationName: string; personName: string; path: string };
  action_declined: {
    organizationName: string;
    workspaceName: string;
    personName: string;
    actionTitle: string | null;
    reason: string | null;
    path: string;
  };
};

export type MessageKind = keyof MessageValues;

/** A change of a template is a new version; older ones stay, so that retries repeat their bytes. */
export const templateVersions: Record<MessageKind, number> = {
  invitation: 6,
  invitation_reminder: 5,
  invitations_expiring: 3,
  person_joined: 4,
  people_joined: 4,
  workspace_added: 4,
  sign_in_code: 3,
  address_code: 3,
  link_requested: 3,
  invitation_declined: 3,
  other_account_asked: 3,
  request_received: 3,
  request_approved: 3,
  request_declined: 3,
  action_ready: 3,
  action_declined: 3,
  test_message: 3,
  internal_requested: 4,
};

/** A message of an invitation is to whom that is for; any other names a contact, or none where it is to a stranger. */
type Recipient<K extends MessageKind> = K extends "invitation" | "invitation_reminder"
  ? { invitationId: string; contactId: null }
  : { invitationId: null; contactId: string | null };

/** One message to write. `number` counts the sendings of one kind about one subject. */
export type NewMessage<K extends MessageKind = MessageKind> = {
  [Kind in K]: {
    id: string;
    kind: Kind;
    channel: Channel;
    address: string;
    subjectId: string;
    number: number;
    language: string;
    priority: 0 | 1 | 2;
    holdSeconds: number;
    values: MessageValues[Kind];
  } & Recipient<Kind>;
}[K];

/** Wakes the workers when the transaction commits; they also poll. */
export const OUTBOX_CHANNEL = "foyer_outbox";

/**
 * Writes messages into the outbox, in the caller's transaction: one statement however many, and a
 * wake-up. What many messages share travels once. Refuses a second message of the same subject,
 * kind, address and number.
 */
export async function enqueueMessages(tx: Database, orgId: string, list: NewMessage[]): Promise<void> {
  if (list.length === 0) return;
  const heads = new Map<string, Head>();
  const numberOf = numberAlike();
  const rows = list.map((message) => {
    const { id, address, subjectId, invitationId, contactId } = message;
    const { kind, channel, number, language, priority, holdSeconds, values } = message;
    const key = `${numberOf(values)} ${kind} ${channel} ${number} ${language} ${priority} ${holdSeconds}`;
    const head = heads.get(key) ?? {
      at: heads.size,
      templateVersion: templateVersions[kind],
      ...{ kind, channel, number, language, priority, holdSeconds, values },
    };
    heads.set(key, head);
    return { at: head.at, id, address, subjectId, invitationId, contactId };
  });
  await tx.execute(sql`
    insert into messages (org_id, id, kind, channel, address, subject_id, number, invitation_id, contact_id,
      template_version, language, "values", priority, held_until, next_at)
    select ${orgId}, r.id, h.kind, h.channel, r.address, r."subjectId", h.number, r."invitationId", r."contactId",
      h."templateVersion", h.language, h."values", h.priority,
      now() + make_interval(secs => h."holdSeconds"), now() + make_interval(secs => h."holdSeconds")
    from ${tableOf(rows, { at: "int", id: "uuid", address: "text", subjectId: "uuid", invitationId: "uuid", contactId: "uuid" })}
    join json_to_recordset(${JSON.stringify([...heads.values()])}::json) as h(at int, kind text,
      channel text, number int, "templateVersion" smallint, language text, "values" jsonb, priority smallint,
      "holdSeconds" float) on h.at = r.at`);
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
}

/** Gives equal values one number; the very same ones without looking into them. */
function numberAlike(): (values: object) => number {
  const same = new Map<object, number>();
  const equal = new Map<string, number>();
  return (values) => {
    const known = same.get(values);
    if (known !== undefined) return known;
    const text = JSON.stringify(values);
    const number = equal.get(text) ?? equal.size;
    equal.set(text, number);
    same.set(values, number);
    return number;
  };
}

/** What many messages share, and its number among what this list of messages has. */
type Head = Omit<NewMessage, "id" | "address" | "subjectId" | "invitationId" | "contactId"> & {
  at: number;
  templateVersion: number;
};
