import { type SQL, sql } from "drizzle-orm";

/**
 * A list of ids as one parameter: `id = ${anyOf(ids)}`. The planner sees how long the list is and looks each id up; a
 * list that is a table of its own it reads again for every row while it knows nothing of the other one.
 */
export const anyOf = (ids: readonly string[]): SQL => sql`any(${`{${ids.join(",")}}`}::uuid[])`;
