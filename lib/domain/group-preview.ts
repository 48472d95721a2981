import { selectSuppressed } from "@/db/queries/recipients";
import type { Context } from "./context";
import { draftOperations } from "./drafts";
import { OTHER_KIND } from "./group-add";
import type { GroupKind } from "./groups";
import { planAll } from "./invite-act";
import { namesLeftOut } from "./invite-plainly";
import { type Planned, readCandidates } from "./invite-plan";
import { authorize, can, NEW_INTERNAL } from "./permissions";
import { type PersonInput, Recipients } from "./recipients";
import type { Outcome } from "./views";

export type Preview = {
  /** How many people the group will have, and how many of them are in the contacts already. */
  count: number;
  known: number;
  /** To how many something can be sent: into a workspace, and to the portal. */
  sends: { workspace: number; contacts: number };
  /** Who will not be in it, and why. */
  open: Pick<Outcome, "input" | "name" | "reason">[];
  /** Who will be a new contact without the name that was typed. */
  unnamed: string[];
};

/** What would become of a list of people typed for a new group. Writes nothing. */
export async function previewPeople(ctx: Context, kind: GroupKind, text: string): Promise<Preview> {
  authorize(ctx, draftOperations[kind]);
  const people = Recipients.parse(text).filter((one): one is PersonInput => !("group" in one));
  const wanted = kind === "team" ? "internal" : "client";
  const typed = people.map((one) => ("contact" in one ? one : { ...one, kind: wanted as typeof wanted }));
  const plan = await planAll(ctx.db, ctx, null, readCandidates(typed, ctx.org.country));
  const open = plan.flatMap((planned) => {
    const reason = reasonOf(ctx, planned, wanted);
    return reason ? [{ input: planned.input, name: planned.name, reason }] : [];
  });
  const out = new Set(open.map(({ input }) => input));
  const inside = plan.filter(({ input }) => !out.has(input));
  const addresses = inside.flatMap(({ address }) => (address ? [address.value] : []));
  const blocked = await selectSuppressed(ctx.db, ctx.org.id, addresses);
  const reached = inside.filter(
    ({ refused, hasAccount, address }) =>
      refused?.status !== "not_allowed" && (hasAccount || !blocked.has(address?.value ?? "")),
  );
  const leftOut = new Set(namesLeftOut(text));
  const fresh = inside.filter(({ contactId }) => contactId === null);
  return {
    count: inside.length,
    sends: {
      workspace: reached.length,
      contacts: reached.filter(({ refused }) => !refused).length,
    },
    known: inside.length - fresh.length,
    open,
    unnamed: fresh.flatMap(({ input }) => (leftOut.has(input) ? [input] : [])),
  };
}

function reasonOf(ctx: Context, planned: Planned, wanted: "internal" | "client"): string | null {
  if (planned.isBarred) return planned.refused?.reason ?? null;
  if (planned.kind !== wanted) return OTHER_KIND[wanted];
  const isNewColleague = wanted === "internal" && !planned.contactId;
  return isNewColleague && !can("contacts:create-internal", ctx.actor) ? NEW_INTERNAL : null;
}
