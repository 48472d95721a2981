import { type SQL, sql } from "drizzle-orm";

/** "In this workspace", or of the portal without one: each in the spelling that an index serves. */
export const isAt = (column: SQL, workspaceId: string | null): SQL =>
  workspaceId ? sql`${column} = ${workspaceId}::uuid` : sql`${column} is null`;
