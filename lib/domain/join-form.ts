import { z } from "zod";
import { isId } from "./id";
import { idList } from "./id-list";
import { DecideRequests, MOST_REQUESTS } from "./join-decide";

const pressed = z
  .string()
  .max(MOST_REQUESTS * 37)
  .optional();

/**
 * The panel's form, whose buttons say what they are about: one request, several, or those `chosen`. What is filled
 * in at the one that is opened counts for that one only; the reason beside the buttons for those `chosen`.
 */
export const DecideForm = z
  .strictObject({
    approve: pressed,
    decline: pressed,
    chosen: idList(MOST_REQUESTS).optional(),
    of: z.string().optional(),
    as: DecideRequests.shape.as,
    role: DecideRequests.shape.role,
    reason: DecideRequests.shape.reason,
    reasonForAll: DecideRequests.shape.reason,
  })
  .transform(({ approve, decline, chosen = [], of, reasonForAll, ...filled }, check): DecideRequests => {
    const about = approve ?? decline ?? "";
    const requests = about === "chosen" ? chosen : about.split(",").filter(Boolean);
    const isOpened = requests.length === 1 && requests[0] === of;
    if (!requests.every(isId)) check.addIssue("This choice could not be read.");
    if (approve === undefined && decline === undefined) check.addIssue("Choose Approve or Decline.");
    const decision = approve === undefined ? "decline" : "approve";
    const reason = (isOpened && filled.reason) || (about === "chosen" && reasonForAll) || null;
    return { decision, requests, ...(isOpened && filled), reason };
  });
