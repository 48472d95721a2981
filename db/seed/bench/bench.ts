import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { claimOrganization } from "../organization";
import { writeGroups, writePeople } from "./people";
import type { Size } from "./size";
import { writeInvitations, writeMembers, writeWorkspaces } from "./work";

export const BENCH_SLUG = "bench";

/**
 * Fills the database with an organization of that size, the same in every run, in one transaction of
 * a fixed number of statements; sends nothing. Answers its id, or null where the slug is taken:
 * then nothing is changed. `admin@bench.example` can sign in.
 */
export async function seedBench(db: Database, size: Size): Promise<string | null> {
  const id = await db.transaction(async (tx) => {
    await tx.execute(sql`set local work_mem = '256MB'`);
    await tx.execute(sql`set local gin_pending_list_limit = '1GB'`);
    await tx.execute(sql`set local synchronous_commit = off`);
    const name = "Bench & Sons";
    const org = await claimOrganization(tx, { slug: BENCH_SLUG, name, createdAt: new Date() });
    if (!org) return null;
    await writePeople(tx, org.id, size);
    await writeGroups(tx, org.id, size);
    await writeWorkspaces(tx, org.id, size);
    await writeMembers(tx, org.id, size);
    await writeInvitations(tx, org, size);
    return org.id;
  });
  if (id) await db.execute(sql`vacuum (analyze)`);
  return id;
}
