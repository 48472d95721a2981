import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { contacts, organizations } from "@/db/schema";
import { normaliseEmail } from "./address";
import type { UserContext } from "./context";
import { DomainError, notFound } from "./errors";
import { newId } from "./id";
import { openSession } from "./sessions";
import { ENTER_NAME, line, name, sortKey } from "./text";
import { createUserWithAddress } from "./users";

const NO_EMAIL = "This needs a full email address.";

export const SetUp = z.strictObject({
  organization: name("Enter your organization's name."),
  name: name(ENTER_NAME),
  email: line(254, "Enter your email.").refine((value) => normaliseEmail(value) !== null, NO_EMAIL),
});

const SETUP_LOCK = 0x666f7965;

/** Whether nobody has set this installation up: no organization exists. */
export async function isInstallationEmpty(ctx: UserContext): Promise<boolean> {
  return (await selectAnyOrganization(ctx.db)) === null;
}

/**
 * Makes the first organization with its first admin, signed in. Works exactly once for an
 * installation, however many ask at the same moment; afterwards it does not exist.
 */
export async function setUp(
  ctx: UserContext,
  input: z.output<typeof SetUp>,
): Promise<{ secret: string; slug: string }> {
  const email = normaliseEmail(input.email);
  if (!email)
    throw new DomainError("invalid", "Please check the marked field. Nothing was changed.", {
      email: NO_EMAIL,
    });
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
    if (await selectAnyOrganization(tx)) throw notFound();
    const org = { id: newId(), slug: slugOf(input.organization), name: input.organization };
    await tx.insert(organizations).values(org);
    const { userId } = await createUserWithAddress(tx, {
      address: email,
      kind: "email",
      name: input.name,
      isProven: true,
    });
    await tx.insert(contacts).values({
      orgId: org.id,
      id: newId(),
      kind: "internal",
      isAdmin: true,
      name: input.name,
      email,
      sortKey: sortKey(input.name),
      userId,
      joinedAt: sql`now()`,
    });
    return { secret: await openSession(tx, userId), slug: org.slug };
  });
}

async function selectAnyOrganization(db: Database): Promise<string | null> {
  const [row] = await db.select({ id: organizations.id }).from(organizations).limit(1);
  return row?.id ?? null;
}

/** First segments of the portal's own addresses: no organization may take them. */
const RESERVED = new Set(
  "api help invite join mailbox privacy setup sign-in sign-out static stop".split(" "),
);

/** The organization's part of every address: 2 to 40 of a–z, 0–9 and single hyphens. */
export function slugOf(organization: string): string {
  const slug = sortKey(organization)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return slug.length < 2 || RESERVED.has(slug) ? `${slug}-portal`.replace(/^-/, "") : slug;
}
