import { sql } from "drizzle-orm";
import { workspaceLinks } from "@/db/schema";
import { newId } from "@/lib/domain/id";
import { makeToken, newestKey } from "@/lib/domain/token";
import { createUserWithAddress } from "@/lib/domain/users";
import { testKeys, type World } from "./cast";

type LinkRow = typeof workspaceLinks.$inferInsert;

/** A Workspace Link made by Ines, as asked for; without a workspace the organization's, made by Ada. */
export async function addLink(
  world: World,
  over: Partial<LinkRow> = {},
): Promise<{ id: string; token: string }> {
  const id = newId();
  const isOwn = over.workspaceId === null;
  await world.db.insert(workspaceLinks).values({
    ...{
      orgId: world.orgId,
      id,
      workspaceId: world.workspaceId,
      createdBy: world.id(isOwn ? "ada" : "ines"),
    },
    audience: isOwn ? "internal" : "client",
    expiresAt: new Date(Date.now() + 30 * 86_400_000),
    ...over,
  });
  return { id, token: await tokenOf(world, id) };
}

/** The token of a link, of any generation. */
export async function tokenOf(world: World, id: string, generation = 1): Promise<string> {
  const [org] = await world.db.execute<{ number: number }>(
    sql`select number from organizations where id = ${world.orgId}`,
  );
  const subject = { organization: org?.number ?? 0, id };
  return makeToken(testKeys, newestKey(testKeys), "join", subject, generation);
}

/** Somebody with an account at this address, and what they act with. */
export async function person(world: World, address: string, name: string | null = "Lee Park") {
  const kind = address.includes("@") ? ("email" as const) : ("phone" as const);
  const { userId } = await createUserWithAddress(world.db, {
    address,
    kind,
    name: name ?? address,
    isProven: true,
  });
  return { ...world.visitor(userId), userId };
}

/** How many uses a link has been counted. */
export async function usesOf({ db, orgId }: World, id: string): Promise<number | undefined> {
  const [row] = await db.execute<{ uses: number }>(
    sql`select uses from workspace_links where org_id = ${orgId} and id = ${id}`,
  );
  return row?.uses;
}

export type RequestRow = {
  id: string;
  address: string;
  status: string;
  name: string | null;
  reason: string | null;
};

/** Every request and join of the organization, oldest first. */
export const requestsOf = async ({ db, orgId }: World): Promise<RequestRow[]> => [
  ...(await db.execute<RequestRow>(
    sql`select id, address, status, name, reason from join_requests where org_id = ${orgId} order by created_at, id`,
  )),
];
