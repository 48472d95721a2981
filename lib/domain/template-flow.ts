import { z } from "zod";
import type { TemplateFlow as StoredFlow } from "@/db/schema";
import { actionShape, MOST_ACTIONS, MOST_ROLES, roleShape } from "./flow-shape";
import { refineFlow } from "./workspaces";

const { title, kind, instructions } = actionShape;

const MOST_DAYS = 3_650;
const WRONG_DAYS = "Enter days as a whole number from 0 to 3650, or leave them empty.";

const days = z.union([z.null(), z.number(), z.string()], WRONG_DAYS).transform((given, ctx) => {
  const text = String(given ?? "").trim();
  if (text === "") return null;
  if (/^\d{1,4}$/.test(text) && Number(text) <= MOST_DAYS) return Number(text);
  ctx.addIssue(WRONG_DAYS);
  return z.NEVER;
});

/** Roles and actions of a template: at most 50 and 200, every action with one of the roles, no two roles with one name. */
export const TemplateFlow = z
  .strictObject({
    roles: z.array(z.strictObject(roleShape)).max(MOST_ROLES, `Use at most ${MOST_ROLES} roles.`),
    actions: z
      .array(
        z.strictObject({
          title,
          kind,
          instructions,
          role: z.number("Choose a role for each action.").int().min(0),
          dueInDays: days,
          isParallel: z.boolean(),
        }),
      )
      .max(MOST_ACTIONS, `Use at most ${MOST_ACTIONS} actions.`),
  })
  .superRefine(refineFlow);

/** What is stored as a template's flow; null when it is damaged. */
export function readFlow(stored: unknown): StoredFlow | null {
  const read = TemplateFlow.safeParse(stored);
  return read.success ? read.data : null;
}

/** A calendar day so many days after another, "2026-11-25". */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** The calendar day at a moment where the organization is. */
export const dayAt = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(moment);

/** What a template makes on a day: the flow of a new workspace, due dates counted from that day. */
export const flowOn = (day: string, { roles, actions }: StoredFlow) => ({
  roles,
  actions: actions.map(({ dueInDays, ...action }) => ({
    ...action,
    dueOn: dueInDays === null ? null : dayAfter(day, dueInDays),
  })),
});

/** When each action is due of a workspace that is made at a moment. */
export const daysFrom = (clock: { now: Date; timeZone: string }, flow: StoredFlow): (string | null)[] =>
  flowOn(dayAt(clock.now, clock.timeZone), flow).actions.map(({ dueOn }) => dueOn);
