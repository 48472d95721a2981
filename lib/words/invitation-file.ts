import type { FileWords } from "@/lib/domain/export-invitations";
import type { RoomWords } from "./room";
import type { Say } from "./say";

const columns = [
  ...(["name", "address", "workspace", "role", "invitedBy", "invited"] as const),
  ...(["lastSent", "timesSent", "state", "delivery", "reason", "expires"] as const),
];

/** What the file of invitations calls its columns and their states. */
export const fileWords = (t: RoomWords<"invitations">, say: Say): FileWords => ({
  headings: columns.map((column) => t(`file.${column}`)),
  states: {
    pending: t("state.pending"),
    accepted: t("state.accepted"),
    declined: t("state.declined"),
    cancelled: t("state.cancelled"),
    expired: t("state.expired"),
  },
  say,
});
