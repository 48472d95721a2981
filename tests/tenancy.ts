import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";

/** Names of the tables that organizations own: those with an `org_id`. */
export const tenantTables: string[] = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table))
  .filter(({ columns }) => columns.some(({ name }) => name === "org_id"))
  .map(({ name }) => name);

const MENTION = new RegExp(
  `\\b(?:from|join|into|update|only|using|table)\\s+"?(?:${tenantTables.join("|")})"?(?![\\w"])`,
  "i",
);

/** What workers do for all organizations at once says so inside the statement. */
const DECLARED = "/* every organization */";

/**
 * Whether a statement keeps to one organization at a time: one that touches a tenant's table names
 * `org_id` somewhere else than among the columns it merely lists.
 */
export function keepsTenancy(statement: string): boolean {
  const known = verdicts.get(statement);
  if (known !== undefined) return known;
  const verdict = judged(statement);
  verdicts.set(statement, verdict);
  return verdict;
}

const verdicts = new Map<string, boolean>();

function judged(statement: string): boolean {
  const code = statement.replace(/'(?:[^']|'')*'/g, "''");
  if (!MENTION.test(code) || code.includes(DECLARED)) return true;
  const unlisted = code
    .replace(/\bselect\b(?:(?!\bselect\b)[\s\S])*?\bfrom\b/gi, "from")
    .replace(/\breturning\b[\s\S]*$/i, "");
  return /\borg_id\b/i.test(unlisted);
}
