import { z } from "zod";
import type { Context } from "./context";
import { OTHER_KIND } from "./group-add";
import { GroupKind } from "./groups";
import {
  findPeople,
  type RecognisePeople,
  type Recognition,
  recogniseAt,
  type Suggestion,
  SuggestPeople,
} from "./people";
import { authorize } from "./permissions";

/** The group that people are looked for: one that there is, or one that is being made. */
export const RecruitsAt = z.strictObject({ kind: GroupKind, group: z.uuid("Choose a group.").optional() });
type RecruitsAt = z.output<typeof RecruitsAt>;

export const SuggestRecruits = SuggestPeople.omit({ role: true }).extend(RecruitsAt.shape);

const peopleOf = { client_group: "client", team: "internal" } as const;

/**
 * At most eight contacts for what somebody is typing into a group's list of people, as `suggestPeople`: clients for a
 * client group, internal users for a team, and where there are none the others. Who is in the group already is among them, marked as a member of it.
 */
export async function suggestRecruits(
  ctx: Context,
  { q, kind, group }: z.output<typeof SuggestRecruits>,
): Promise<Suggestion[]> {
  authorize(ctx, "contacts:view");
  return findPeople(
    ctx.db,
    ctx,
    { orgId: ctx.org.id, groupId: group ?? null },
    { q, audience: peopleOf[kind] },
  );
}

/** As `recognisePeople`, for a group's list of people; a contact of the other kind is not fit for it, and why. */
export async function recogniseRecruits(
  ctx: Context,
  { kind, group }: RecruitsAt,
  input: z.output<typeof RecognisePeople>,
): Promise<Recognition[]> {
  authorize(ctx, "contacts:view");
  const found = await recogniseAt(ctx.db, ctx, { orgId: ctx.org.id, groupId: group ?? null }, input);
  return found.map((one) =>
    one.is === "contact" && one.person.kind !== peopleOf[kind]
      ? { text: one.text, name: one.person.name, is: "invalid", reason: OTHER_KIND[peopleOf[kind]] }
      : one,
  );
}
