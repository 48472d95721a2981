import { z } from "zod";
import { GroupDetails } from "./groups";
import { languages } from "./languages";
import { Recipients } from "./recipients";
import { name, optionalLine } from "./text";

/** What the wizard makes, as stored and as its address says it. */
const draftKinds = {
  client: "client",
  internal: "internal",
  "client-group": "client_group",
  "internal-team": "team",
} as const;
type DraftSlug = keyof typeof draftKinds;
export type PersonKind = "client" | "internal";
export type DraftKind = (typeof draftKinds)[DraftSlug];

/** The kind an address names; null for any other word. */
export const kindOfSlug = (slug: string): DraftKind | null =>
  Object.hasOwn(draftKinds, slug) ? draftKinds[slug as DraftSlug] : null;

export const isPersonKind = (kind: DraftKind): kind is PersonKind => kind === "client" || kind === "internal";

/** Check-boxes of one name: none, one or several. */
const ids = (max: number, tooMany: string) =>
  z
    .union([
      z.array(z.uuid("Choose from the list.")),
      z.uuid("Choose from the list.").transform((id) => [id]),
    ])
    .optional()
    .transform((list) => [...new Set(list ?? [])])
    .refine((list) => list.length <= max, tooMany);

const person = {
  name: name("Enter the full name."),
  email: optionalLine(254),
  phone: optionalLine(64),
  company: optionalLine(120),
  title: optionalLine(120),
  language: z
    .union([z.literal("").transform(() => null), z.enum(languages)], "Choose a language of the list.")
    .nullish()
    .transform((value) => value ?? null),
  groups: ids(50, "Choose at most 50 groups."),
  /** An existing contact to use in place of a new one. */
  contact: z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional(),
};

const hasAddress = ({ email, phone }: { email: string | null; phone: string | null }) =>
  email !== null || phone !== null;
const MISSING = { message: "Enter an email or phone number.", path: ["email"] };

export const ClientDetails = z.strictObject(person).refine(hasAddress, MISSING);
export const InternalDetails = z
  .strictObject({
    ...person,
    isAdmin: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
  })
  .refine(hasAddress, MISSING);

export type PersonDetails = Omit<z.output<typeof ClientDetails>, "contact"> & { isAdmin: boolean };

/** The list stays as it was typed, so that what cannot be read can be put right. */
const peopleText = z.string("Add at least one person.").superRefine((text, ctx) => {
  const read = Recipients.safeParse(text);
  if (!read.success) ctx.addIssue(read.error.issues[0]?.message ?? "Add at least one person.");
});

export const GroupDraftDetails = GroupDetails.extend({
  managers: ids(50, "Choose at most 50 managers."),
  people: peopleText,
});
export type GroupDraftDetails = z.output<typeof GroupDraftDetails>;
