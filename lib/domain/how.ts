import { z } from "zod";
import { optionalLine, paragraph } from "./text";

const hows = ["workspace", "contacts", "quiet"] as const;
export type How = (typeof hows)[number];

/** The second step as its form holds it; nothing of it is needed to go back. */
export const Choose = z.strictObject({
  how: z.enum(hows, "Choose one of the three."),
  workspace: z.union([z.uuid(), z.literal(["", "new"])], "Choose one of your workspaces.").optional(),
  workspaceName: optionalLine(60),
  role: z.union([z.uuid(), z.literal("")], "Choose a role of this workspace.").optional(),
  note: paragraph(500),
  /** "Back": nothing is added. */
  step: z.literal("back").optional(),
  /** "Use this contact" in place of a new one. */
  contact: z.uuid().optional(),
});
export type Choose = z.output<typeof Choose>;

export type Choice = Omit<Choose, "step" | "contact">;
