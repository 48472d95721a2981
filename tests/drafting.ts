import { sql } from "drizzle-orm";
import type { Context } from "@/lib/domain/context";
import { ClientDetails, GroupDraftDetails, InternalDetails } from "@/lib/domain/draft-details";
import type { GroupKind } from "@/lib/domain/groups";
import type { Choice } from "@/lib/domain/how";
import { newId } from "@/lib/domain/id";
import { saveGroup, savePerson } from "@/lib/domain/save-details";
import type { World } from "./cast";

/** Kim, as typed into the wizard's first step. */
export const kimTyped = { name: "Kim Lee", email: "Kim@Acme.com", phone: "", company: "Acme", title: "" };

/** A draft of a client; answers its id. */
export async function draftClient(ctx: Context, more: Record<string, unknown> = {}): Promise<string> {
  const saved = await savePerson(
    ctx,
    { kind: "client", draft: newId() },
    ClientDetails.parse({ ...kimTyped, ...more }),
  );
  return saved.draft ?? "";
}

export async function draftColleague(ctx: Context, more: Record<string, unknown> = {}): Promise<string> {
  const typed = { name: "Zoe Ito", email: "zoe@northwind.example", ...more };
  const saved = await savePerson(ctx, { kind: "internal", draft: newId() }, InternalDetails.parse(typed));
  return saved.draft ?? "";
}

/** A draft of a group with these people, as typed. */
export async function draftGroup(ctx: Context, people: string, kind: GroupKind = "client_group") {
  const typed = GroupDraftDetails.parse({ name: "Acme board", description: "", people });
  return (await saveGroup(ctx, { kind, draft: newId() }, typed)).draft ?? "";
}

/** A choice of the second step. */
export const choosing = (how: Choice["how"], more: Partial<Choice> = {}): Choice => ({
  how,
  workspaceName: null,
  note: null,
  ...more,
});

/** What became of the contact with this e-mail. */
export async function contactOf(world: World, email: string) {
  const [row] = await world.db.execute<{
    id: string;
    kind: string;
    admin: boolean;
    state: string;
    places: string[];
  }>(sql`
    select c.id, c.kind, c.is_admin as admin, c.state, coalesce((select json_agg(w.name order by w.name) from members m
      join workspaces w on w.org_id = m.org_id and w.id = m.workspace_id
      where m.org_id = c.org_id and m.contact_id = c.id), '[]') as places
    from contacts c where c.org_id = ${world.orgId} and c.email = ${email}`);
  return row;
}
