import { z } from "zod";
import { Domains, MAX_DOMAINS } from "./link-domains";
import { seenAs } from "./seen";

export const DEFAULT_DAYS = 30;
const MOST_DAYS = 365;
const MOST_USES = 100_000;

const DAYS = `Choose between 1 and ${MOST_DAYS} days.`;
const USES = `Allow between 1 and ${MOST_USES.toLocaleString("en")} uses, or leave it empty.`;

/** A whole number in a form; empty means that nothing is said. */
const number = (most: number, words: string) =>
  z
    .string(words)
    .trim()
    .regex(/^(?:\d{1,6})?$/, words)
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((value) => value === null || (value >= 1 && value <= most), words);

/** Ticked: a member approves each request. */
const approval = z.literal("on").optional();

/** What the form showed before anything was changed in it. */
const SeenTerms = z.strictObject({
  access: z.enum(["anyone", "domains"]),
  domains: z.string().max(MAX_DOMAINS * 256),
  approval,
  maxUses: number(MOST_USES, USES),
  audience: z.enum(["client", "internal"]).default("internal"),
  role: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
});

const terms = {
  link: z.uuid(),
  approval,
  seen: seenAs(SeenTerms),
  /** Days from now; empty keeps the day there is. */
  days: number(MOST_DAYS, DAYS).default(null),
  maxUses: number(MOST_USES, USES).default(null),
};

const placed = {
  audience: z.enum(["client", "internal"], "Choose how people join."),
  role: z
    .union([z.literal("").transform(() => null), z.uuid("Choose a role of this workspace.")])
    .default(null),
};

const off = z.object({ access: z.literal("off"), link: z.uuid() });
/** What is typed beside "Only people at" while that is not chosen. */
const beside = z
  .string("This must be text.")
  .max(MAX_DOMAINS * 256)
  .default("");
const named = Domains.refine((list) => list.length > 0, "Name at least one domain, like “acme.com”.");

/** What a link of a workspace is to grant. Whoever switches it off need not have the rest right. */
export const ChangeLink = z.discriminatedUnion("access", [
  off,
  z.strictObject({ access: z.literal("anyone"), ...terms, ...placed, domains: beside }),
  z.strictObject({ access: z.literal("domains"), ...terms, ...placed, domains: named }),
]);

/** The same for the organization's invite link, which fills no role and is for internal users. */
export const ChangeOrganizationLink = z.discriminatedUnion("access", [
  off,
  z.strictObject({ access: z.literal("anyone"), ...terms, domains: beside }),
  z.strictObject({ access: z.literal("domains"), ...terms, domains: named }),
]);

export const NewLink = z.strictObject({ command: z.uuid() });
export const OneLink = z.strictObject({ link: z.uuid() });

/** `generation`: of the link that was seen, so that two who refresh it at once replace it once. */
export const RefreshLink = z.strictObject({
  link: z.uuid(),
  generation: z.coerce.number().int().min(1).max(2_000_000_000),
});

export type Change = z.output<typeof ChangeLink>;
export type OrganizationChange = z.output<typeof ChangeOrganizationLink>;
