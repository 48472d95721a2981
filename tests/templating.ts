import { sql } from "drizzle-orm";
import type { TemplateFlow } from "@/db/schema";
import type { Context } from "@/lib/domain/context";
import { newId } from "@/lib/domain/id";
import type { StartFromTemplate } from "@/lib/domain/template-use";
import { CreateTemplate, createTemplate } from "@/lib/domain/templates";
import type { World } from "./cast";

type Role = TemplateFlow["roles"][number];
type Action = TemplateFlow["actions"][number];

export const role = (name: string, audience: Role["audience"] = "any"): Role => ({ name, audience });

export const step = (title: string, at: number, more: Partial<Action> = {}): Action => ({
  title,
  kind: "todo",
  role: at,
  dueInDays: null,
  isParallel: false,
  instructions: null,
  ...more,
});

/** Four roles of every kind, and an action for three of them. */
export const onboarding: TemplateFlow = {
  roles: [
    role("Account lead", "internal"),
    role("Signatory", "client"),
    role("Finance", "client"),
    role("Reviewer"),
  ],
  actions: [
    step("Sign the letter", 1, { dueInDays: 3 }),
    step("Send the figures", 2, { dueInDays: 7, isParallel: true }),
    step("Approve the result", 0, { kind: "approval", dueInDays: 14 }),
  ],
};

/** A template as its form would send it. */
export const templating = (flow: TemplateFlow = onboarding, more: Record<string, unknown> = {}) =>
  CreateTemplate.parse({
    command: newId(),
    name: "Client onboarding",
    description: "",
    visibility: "shared",
    flow: JSON.stringify(flow),
    ...more,
  });

/** Makes a template; answers its id. */
export const makeTemplate = async (ctx: Context, flow?: TemplateFlow, more: Record<string, unknown> = {}) =>
  (await createTemplate(ctx, templating(flow, more))).id;

/** The use of a template, with what is typed for each role in order. */
export const starting = (
  template: string,
  people: string[],
  more: Partial<StartFromTemplate> = {},
): StartFromTemplate => ({
  command: newId(),
  template,
  name: "Bluebird onboarding",
  roles: onboarding.roles.map(({ name }) => name),
  people,
  kinds: [],
  groups: [],
  ...more,
});

/** Who holds each role of a workspace, by the role's name: a contact's or a group's name or address. */
export async function holdersIn(
  { db, orgId }: World,
  workspaceId: string,
): Promise<Record<string, string | null>> {
  const rows = await db.execute<{ role: string; holder: string | null }>(sql`
    select r.name as role, coalesce(c.name, c.email, c.phone, g.name) as holder from roles r
    left join contacts c on c.org_id = r.org_id and c.id = r.holder_id
    left join groups g on g.org_id = r.org_id and g.id = r.holder_group_id
    where r.org_id = ${orgId} and r.workspace_id = ${workspaceId} order by r.position`);
  return Object.fromEntries(rows.map((row) => [row.role, row.holder]));
}
