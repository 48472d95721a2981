import { z } from "zod";
import { name, sortKey } from "./text";

/** The roles of a flow, in order: at most 50. */
export const FlowRoles = z
  .array(
    z.strictObject({
      name: name("Give each role a name."),
      audience: z.enum(["internal", "client", "any"]),
    }),
  )
  .max(50, "Use at most 50 roles.");

type Flow = { roles: { name: string }[]; actions: { role: number }[] };

/** What holds between the parts of a flow: every action has one of its roles, and no two roles one name. */
export function refineFlow(flow: Flow, ctx: { addIssue: (message: string) => void }): void {
  if (flow.actions.some(({ role }) => role >= flow.roles.length))
    ctx.addIssue("Choose a role for each action.");
  if (new Set(flow.roles.map((role) => sortKey(role.name))).size < flow.roles.length)
    ctx.addIssue("Two roles have the same name.");
}

/** A flow as its form field carries it: JSON. */
export const FlowText = z
  .string("Describe the flow.")
  .max(500_000)
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue("The flow could not be read.");
      return z.NEVER;
    }
  });
