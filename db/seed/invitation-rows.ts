import { v7 } from "uuid";
import type { invitations, suppressions } from "@/db/schema";
import { channelOf, kindOf } from "@/lib/domain/address";
import { LONGEST_LIFE_DAYS } from "@/lib/domain/resend";
import { personOf } from "./cast";
import { idOf, type Scene } from "./setting";
import type { Invited } from "./story";

const DAY = 86_400_000;
const MINUTE = 60_000;
const TERM_DAYS = 14;

/** An invitation of the story: its row, and when each of its messages was written and what term it named. */
export type Telling = {
  row: typeof invitations.$inferInsert & { address: string };
  invited: Invited<string>;
  sendings: Sending[];
};

type Sending = { at: Date; expiresAt: Date; kind: "invitation" | "invitation_reminder" };

/** One invitation for everybody in the story who had no account. */
export const tellInvitations = (scene: Scene): Telling[] =>
  scene.story.invited.map((invited) => tell(scene, invited));

function tell(scene: Scene, invited: Invited<string>): Telling {
  const { clock, org, workspaceId } = scene;
  const { who, by, at, again = [], reminded = [] } = invited;
  const { contactId, address } = personOf(scene.cast, who);
  const sendings = sendingsOf([at, ...again].map(clock.at), reminded.map(clock.at));
  const latest = sendings.at(-1) ?? { at: clock.at(at), expiresAt: clock.at(at) };
  return {
    invited,
    sendings,
    row: {
      orgId: org.id,
      id: v7({ msecs: clock.at(at).getTime() }),
      workspaceId,
      contactId,
      address,
      channel: channelOf({ kind: kindOf(address) }),
      ...endOf(scene, invited, latest.expiresAt),
      note: invited.note,
      invitedBy: idOf(scene, by),
      createdAt: clock.at(at),
      expiresAt: latest.expiresAt,
      sends: sendings.length,
      reminders: reminded.length,
      sentAt: latest.at,
    },
  };
}

/** Resending renews the term, never past 30 days after the first sending; a reminder leaves it as it was. */
function sendingsOf(moments: Date[], reminders: Date[]): Sending[] {
  const [first] = moments;
  const sent = moments.map((at) => ({
    at,
    kind: "invitation" as const,
    expiresAt: new Date(
      Math.min(at.getTime() + TERM_DAYS * DAY, (first ?? at).getTime() + LONGEST_LIFE_DAYS * DAY),
    ),
  }));
  const reminded = reminders.flatMap((at) => {
    const before = sent.findLast((one) => one.at < at);
    return before ? [{ ...before, at, kind: "invitation_reminder" as const }] : [];
  });
  return [...sent, ...reminded].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function endOf(
  scene: Scene,
  { accepted, declined, cancelled, isClosedAsExpired }: Invited<string>,
  expiresAt: Date,
) {
  const { at } = scene.clock;
  if (accepted) return { status: "accepted" as const, closedAt: at(accepted) };
  if (declined) return { status: "declined" as const, closedAt: at(declined) };
  if (cancelled) return { status: "revoked" as const, closedAt: at(cancelled) };
  if (isClosedAsExpired) return { status: "expired" as const, closedAt: expiresAt };
  return { status: "pending" as const, closedAt: null };
}

export const suppressionRows = (tellings: Telling[]): (typeof suppressions.$inferInsert)[] =>
  tellings
    .filter(({ invited }) => invited.isSuppressed)
    .map(({ row, invited }) => ({
      orgId: row.orgId,
      address: row.address,
      reason: reasonOf(invited),
      detail: invited.error,
      createdAt: new Date((row.sentAt ?? new Date()).getTime() + MINUTE),
    }));

/** Why an address takes no messages any more; whoever got theirs asked for that. */
function reasonOf({ delivery }: Invited<string>) {
  if (delivery === "complained") return "complained" as const;
  return delivery === "bounced" ? ("bounced" as const) : ("opted_out" as const);
}
