import { v7 } from "uuid";
import type { deliveryEvents, messages } from "@/db/schema";
import { channelOf, kindOf } from "@/lib/domain/address";
import { newId } from "@/lib/domain/id";
import { type MessageKind, type MessageValues, templateVersions } from "@/lib/domain/messages";
import { personOf } from "./cast";
import type { Telling } from "./invitation-rows";
import { roleAt, type Scene } from "./setting";

type Row = typeof messages.$inferInsert;

/** A message of the past: taken up when its hold ended, and not to be sent again. */
function pastMessage<K extends MessageKind>(
  scene: Scene,
  to: string,
  at: Date,
  message: { kind: K; subjectId: string; number?: number; invitationId?: string; values: MessageValues[K] },
): Row {
  const { address, contactId, language } = personOf(scene.cast, to);
  const taken = new Date(at.getTime() + 6_000);
  return {
    orgId: scene.org.id,
    id: v7({ msecs: at.getTime() }),
    channel: channelOf({ kind: kindOf(address) }),
    address,
    contactId: message.invitationId ? null : contactId,
    language,
    templateVersion: templateVersions[message.kind],
    ...message,
    state: "delivered",
    provider: "mailbox",
    attempts: 1,
    heldUntil: taken,
    nextAt: taken,
    firstAttemptAt: taken,
    createdAt: at,
    sentAt: taken,
    stateAt: taken,
  };
}

/** All messages that the story sent, oldest first. */
export const messageRows = (scene: Scene, tellings: Telling[]): Row[] =>
  [
    ...tellings.flatMap((telling) => invitationMessages(scene, telling)),
    ...tellings.flatMap((telling) => declineNotice(scene, telling)),
    ...addedNotices(scene),
  ].sort((a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0));

function invitationMessages(scene: Scene, { row, invited, sendings }: Telling): Row[] {
  const { org, keyId, story, cast } = scene;
  const inviter = personOf(cast, invited.by);
  return sendings.map(({ at, expiresAt, kind }, i) => {
    const message = pastMessage(scene, invited.who, at, {
      kind,
      subjectId: row.id,
      number: i + 1,
      invitationId: row.id,
      values: {
        keyId,
        organization: org.number,
        generation: 1,
        organizationName: org.name,
        workspaceName: story.name,
        inviterName: inviter.name,
        inviterAddress: inviter.address,
        ...roleAt(scene, invited.who, at),
        note: invited.note ?? null,
        expiresAt: expiresAt.toISOString(),
        ...(kind === "invitation_reminder" && { sends: i + 1 }),
      },
    });
    return i === sendings.length - 1 ? { ...message, ...deliveryOf(scene, invited) } : message;
  });
}

const HOUR = 3_600_000;

/** The local mailbox delivers everything: what came to nothing went through a provider, or waits for one. */
function deliveryOf({ clock }: Scene, { delivery, error }: Telling["invited"]): Partial<Row> {
  if (!delivery) return {};
  if (delivery === "failed") return { state: "failed", provider: null, sentAt: null, attempts: 1, error };
  if (delivery === "queued") {
    const again = { nextAt: new Date(clock.now.getTime() + 6 * HOUR), attempts: 2, error };
    return { ...again, state: "queued", provider: null, sentAt: null };
  }
  if (delivery === "uncertain")
    return { state: "uncertain", provider: "twilio", sentAt: null, attempts: 5, error };
  return { state: delivery, provider: "resend", providerId: newId(), error };
}

/** What the provider told of the messages that it took. */
export const deliveryEventRows = (rows: Row[]): (typeof deliveryEvents.$inferInsert)[] =>
  rows.flatMap(({ orgId, id, provider, providerId, sentAt, state, error }) => {
    if (provider !== "resend" || !sentAt) return [];
    const told = (what: Told, seconds: number, detail: string | null = null) => ({
      orgId,
      provider,
      eventId: `${providerId}.${what}`,
      messageId: id,
      state: what,
      detail,
      at: new Date(sentAt.getTime() + seconds * 1_000),
    });
    const end = ends.find((one) => one === state);
    return [
      told("sent", 1),
      ...(end === "complained" ? [told("delivered", 3)] : []),
      ...(end ? [told(end, end === "complained" ? 2 * 3_600 : 3, error)] : []),
    ];
  });

type Told = (typeof deliveryEvents.$inferInsert)["state"];
const ends = ["delayed", "bounced", "complained"] as const;

function declineNotice(scene: Scene, { row, invited }: Telling): Row[] {
  const { org, story, cast, clock, workspaceId } = scene;
  if (!invited.declined) return [];
  return [
    pastMessage(scene, invited.by, clock.at(invited.declined), {
      kind: "invitation_declined",
      subjectId: row.id,
      values: {
        organizationName: org.name,
        workspaceName: story.name,
        personName: personOf(cast, invited.who).name,
        path: `/${org.slug}/w/${workspaceId}?panel=members`,
      },
    }),
  ];
}

function addedNotices(scene: Scene): Row[] {
  const { org, story, cast, clock, workspaceId } = scene;
  return story.added.map(({ who, by, at }) => {
    const adder = personOf(cast, by);
    return pastMessage(scene, who, clock.at(at), {
      kind: "workspace_added",
      subjectId: newId(),
      values: {
        organizationName: org.name,
        workspaceName: story.name,
        adderName: adder.name,
        adderAddress: adder.address,
        ...roleAt(scene, who, clock.at(at)),
        path: `/${org.slug}/w/${workspaceId}`,
      },
    });
  });
}
