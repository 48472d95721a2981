import type { LinkState, LinkUse, LinkView } from "@/lib/domain/link-views";

export const stateWords: Record<LinkState, string> = {
  open: "On",
  paused: "Off",
  stopped: "Stopped",
  expired: "Expired",
  used_up: "Used up",
};

export const useWords: Record<LinkUse["status"], string> = {
  pending: "Waiting",
  approved: "Approved",
  declined: "Declined",
  withdrawn: "Withdrawn",
  expired: "Expired",
  joined: "Joined",
};

/** "Clients ask to join": what a link is for, in a few words. */
export function linkTitle({ audience, mode, role }: LinkView, roles: { id: string; name: string }[]): string {
  const who = audience === "client" ? "Clients" : "Internal users";
  const name = roles.find(({ id }) => id === role)?.name;
  return `${who} ${mode === "request" ? "ask to join" : "join"}${name ? ` as ${name}` : ""}`;
}

/** "Used 3 times of 5 · 1 waiting". */
export function usesWords({
  uses,
  maxUses,
  waiting,
}: Pick<LinkView, "uses" | "maxUses" | "waiting">): string {
  const used =
    uses === 0 ? "Not used yet" : `Used ${uses === 1 ? "once" : `${uses.toLocaleString("en")} times`}`;
  const most =
    maxUses === null
      ? ""
      : uses === 0
        ? `, ${maxUses.toLocaleString("en")} left`
        : ` of ${maxUses.toLocaleString("en")}`;
  return `${used}${most}${waiting > 0 ? ` · ${waiting.toLocaleString("en")} waiting` : ""}`;
}

/** "1 person is waiting: Kim Lee." */
export function waitingWords({ waiting, waitingNames }: Pick<LinkView, "waiting" | "waitingNames">): string {
  if (waiting === 0) return "Nobody is waiting.";
  const more = waiting - waitingNames.length;
  const names = more > 0 ? [...waitingNames, `${more} more`] : waitingNames;
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
  return `${waiting === 1 ? "1 person is" : `${waiting} people are`} waiting: ${list}. Their requests stay.`;
}
