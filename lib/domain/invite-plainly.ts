import { z } from "zod";
import { InviteMembers } from "./invite";
import { fitName, parseRecipients } from "./recipients";

/** The form of "Invite Members" without script: groups are ticked beside the list of people, which may be empty. */
export const InvitePlainly = z.preprocess(withGroups, InviteMembers);

function withGroups(form: unknown): unknown {
  if (typeof form !== "object" || form === null || !("groups" in form)) return form;
  const { groups, ...rest } = form;
  const typed = "people" in rest && typeof rest.people === "string" ? parseRecipients(rest.people) : [];
  return { ...rest, people: JSON.stringify([...typed, ...[groups].flat().map((group) => ({ group }))]) };
}

/** Whose names in a typed list are unfit for messages: they are invited without. */
export const namesLeftOut = (people: string): string[] =>
  parseRecipients(people).flatMap(({ address, name }) => (name && !fitName(name) ? [address] : []));
