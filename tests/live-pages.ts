import {
  versionOf,
  type Watched,
  watchContacts,
  watchInvitations,
  watchOrganizationRequests,
  watchOutbox,
  watchTimeline,
  watchWorkspace,
} from "@/lib/domain/live";
import { hashSecret } from "@/lib/domain/secret";
import { openSession } from "@/lib/domain/sessions";
import type { LiveEvent, makeHub } from "@/lib/live/hub";
import type { World } from "./world";

/** Looks only when it is told to. */
export const FAR = { pollSeconds: 3_600 };
export const stops: (() => void)[] = [];
/** Closes all pages that are open. */
export const stopAll = () => {
  for (const stop of stops.splice(0)) stop();
};

const watches = {
  workspace: watchWorkspace,
  timeline: watchTimeline,
  outbox: watchOutbox,
  contacts: watchContacts,
  invitations: watchInvitations,
  requests: watchOrganizationRequests,
};

/** Ines has a page of the workspace, her timeline or a list open, or Ada one for admins; what it is told is kept. */
export async function openPage(
  world: World,
  hub: ReturnType<typeof makeHub>,
  of: keyof typeof watches | Watched,
  who: "ada" | "ines" = of === "outbox" || of === "requests" ? "ada" : "ines",
) {
  const ctx = await world.as(who);
  const watched = typeof of === "string" ? watches[of](ctx) : of;
  const tokenHash = hashSecret(await openSession(world.db, ctx.actor.userId));
  const told: LiveEvent["kind"][] = [];
  const stop = hub.subscribe({ ...watched, tokenHash }, await versionOf(ctx, watched), ({ kind }) =>
    told.push(kind),
  );
  if (stop) stops.push(stop);
  return { told, tokenHash };
}
