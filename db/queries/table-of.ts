import { type SQL, sql } from "drizzle-orm";

type ColumnType = "uuid" | "text" | "int" | "boolean";
type Value = string | number | boolean | null;

/**
 * A list as a table `r`: one parameter a column, whatever its length. The database reads it in a quarter of the time it
 * needs for the same list as JSON, and the planner sees how long it is.
 */
export function tableOf<Name extends string>(
  rows: readonly Record<Name, Value>[],
  columns: Record<Name, ColumnType>,
): SQL {
  const names = Object.keys(columns) as Name[];
  const lists = names.map((name) => {
    const values = rows.map((row) => literal(row[name], columns[name]));
    return sql`${`{${values.join(",")}}`}::${sql.raw(columns[name])}[]`;
  });
  const named = names.map((name) => sql.identifier(name));
  return sql`unnest(${sql.join(lists, sql`, `)}) as r(${sql.join(named, sql`, `)})`;
}

/** A value as PostgreSQL writes it inside an array: texts quoted, so that nothing in them is read as more than itself. */
function literal(value: Value, type: ColumnType): Exclude<Value, null> {
  if (value === null) return "NULL";
  return type === "text" ? quoted(String(value)) : value;
}

const quoted = (text: string) =>
  text.includes('"') || text.includes("\\") ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`;
