import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts, invitations, userAddresses } from "@/db/schema";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { listOwnInvitations, listOwnOrganizations } from "./own";

await useDatabase();

const PRIYA = "priya@acme.example";

async function offer(world: World, over: Partial<typeof invitations.$inferInsert> = {}) {
  const contactId = newId();
  await world.db
    .insert(contacts)
    .values({ orgId: world.orgId, id: contactId, kind: "client", email: PRIYA, sortKey: "priya" });
  const id = newId();
  await world.db.insert(invitations).values({
    orgId: world.orgId,
    id,
    workspaceId: world.workspaceId,
    contactId,
    address: PRIYA,
    channel: "email",
    invitedBy: world.id("ines"),
    expiresAt: sql`now() + interval '14 days'`,
    ...over,
  });
  return { id, contactId };
}

const own = (world: World, address = PRIYA) =>
  world.db
    .insert(userAddresses)
    .values({ address, kind: "email", userId: world.userOf("quinn"), verifiedAt: sql`now()` });

test(
  "a person sees the organizations they are active in, nobody sees none",
  inWorld(async (world) => {
    expect(await listOwnOrganizations(world.visitor(world.userOf("ada")))).toEqual([
      { slug: "northwind", name: "Northwind Advisory" },
    ]);
    await world.db
      .update(contacts)
      .set({ deactivatedAt: sql`now()` })
      .where(and(eq(contacts.orgId, world.orgId), eq(contacts.id, world.id("ada"))));
    expect(await listOwnOrganizations(world.visitor(world.userOf("ada")))).toEqual([]);
    expect(await listOwnOrganizations(world.visitor())).toEqual([]);
    expect(await listOwnInvitations(world.visitor())).toEqual([]);
  }),
);

test(
  "open invitations to one's verified address are listed with who, where and what; other people see none",
  inWorld(async (world) => {
    const { id } = await offer(world);
    expect(await listOwnInvitations(world.visitor(world.userOf("quinn")))).toEqual([]);
    await own(world);
    expect(await listOwnInvitations(world.visitor(world.userOf("quinn")))).toMatchObject([
      {
        orgId: world.orgId,
        invitationId: id,
        organizationName: "Northwind Advisory",
        workspaceName: "Acme onboarding",
        inviterName: "Ines",
        roleName: null,
      },
    ]);
    expect(await listOwnInvitations(world.visitor(world.userOf("ada")))).toEqual([]);
  }),
);

test.each<[string, Partial<typeof invitations.$inferInsert>]>([
  ["expired", { expiresAt: sql`now() - interval '1 millisecond'` as unknown as Date }],
  ["revoked", { status: "revoked", closedAt: new Date() }],
  ["accepted", { status: "accepted", closedAt: new Date() }],
  ["sent to another address", { address: "other@acme.example" }],
])("an invitation that is %s is not offered", (_, over) =>
  inWorld(async (world) => {
    await own(world);
    await offer(world, over);
    expect(await listOwnInvitations(world.visitor(world.userOf("quinn")))).toEqual([]);
  })(),
);
