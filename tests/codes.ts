import { eq, sql } from "drizzle-orm";
import { contacts, invitations, messages, signInCodes } from "@/db/schema";
import { INSTALLATION, newId } from "@/lib/domain/id";
import { hashSecret } from "@/lib/domain/secret";
import { requestCode } from "@/lib/domain/sign-in";
import { codeDigits, makeToken, newestKey } from "@/lib/domain/token";
import { testKeys, type World } from "./world";

/** Two browsers, each on a network of its own. */
export const LAPTOP = { browserHash: hashSecret("laptop"), ip: "203.0.113.7" };
export const PHONE = { browserHash: hashSecret("phone"), ip: "203.0.113.8" };

/** Asks for a code, from the laptop unless told otherwise. */
export const ask = (world: World, address: string, over: object = {}) =>
  requestCode(world.visitor(), { ...LAPTOP, address, next: null, ...over });

/** The newest code a browser asked for. */
export async function newestCode(world: World, visitor = LAPTOP) {
  const [row] = await world.db
    .select()
    .from(signInCodes)
    .where(eq(signInCodes.browserHash, visitor.browserHash))
    .orderBy(sql`id desc`)
    .limit(1);
  if (!row) throw new Error("no code was asked for");
  return row;
}

/** The digits and the link, as the message shows them. */
export const digitsOf = (id: string) => codeDigits(testKeys, newestKey(testKeys), id);
export const linkOf = (id: string) =>
  makeToken(testKeys, newestKey(testKeys), "sign-in", { organization: 0, id }, 1);
export const wrongDigits = (id: string) => String((Number(digitsOf(id)) + 1) % 1_000_000).padStart(6, "0");

/** The messages of the installation to an address. */
export const sent = (world: World, address: string) =>
  world.db.select().from(messages).where(sql`org_id = ${INSTALLATION} and address = ${address}`);

/** Lets time pass for every code. */
export const later = (world: World, interval: string) =>
  world.db.execute(
    sql`update sign_in_codes set created_at = created_at - ${interval}::interval, expires_at = expires_at - ${interval}::interval`,
  );

/** A client with an open invitation to the cast's workspace. */
export async function addContact(
  world: World,
  person: {
    name: string | null;
    email?: string;
    phone?: string;
    deactivatedAt?: Date;
    language?: string | null;
  },
) {
  const contactId = newId();
  await world.db
    .insert(contacts)
    .values({ ...person, orgId: world.orgId, id: contactId, kind: "client", sortKey: "x" });
  await world.db.insert(invitations).values({
    orgId: world.orgId,
    id: newId(),
    workspaceId: world.workspaceId,
    contactId,
    address: person.email ?? person.phone ?? "",
    channel: person.email ? "email" : "sms",
    invitedBy: world.id("ines"),
    expiresAt: sql`now() + interval '14 days'`,
  });
}
