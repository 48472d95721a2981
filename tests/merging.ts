import { sql } from "drizzle-orm";
import { knowClients } from "./group-scene";
import type { World } from "./world";

/** Two clients nobody has an account for; in truth one person. */
export const twins = (world: World) => knowClients(world, null, ["kim@acme.com", "k.lee@gmail.example"]);

/** The invitations of a contact, oldest first. */
export const invitationsOf = async (world: World, id: string) => [
  ...(await world.db.execute<{ address: string; status: string; generation: number }>(sql`
    select address, status, generation from invitations where org_id = ${world.orgId} and contact_id = ${id} order by id`)),
];
