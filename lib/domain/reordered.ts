import type { z } from "zod";
import { DomainError, notFound } from "./errors";
import type { Reorder } from "./flow-shape";

/**
 * Rows in the order that was asked for. A step is one of the row from where it stands now, so that steps asked for one
 * after the other all count; a row that is not there does not exist. A whole order is refused when the rows do not stand
 * as the person saw them, and when it leaves out, repeats or invents rows.
 */
export function reordered<T extends { id: string }>(
  rows: T[],
  { seen, order, up, down }: z.output<typeof Reorder>,
  step: (id: string, by: 1 | -1) => string[],
): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const one = up ?? down;
  if (one && !byId.has(one)) throw notFound();
  if (!one && (seen.length !== rows.length || rows.some(({ id }, i) => id !== seen[i])))
    throw new DomainError("conflict", "The flow changed meanwhile. Look again.");
  const wanted = one ? step(one, up ? -1 : 1) : order?.length ? order : seen;
  const found = [...new Set(wanted)].flatMap((id) => byId.get(id) ?? []);
  if (found.length !== rows.length || wanted.length !== rows.length)
    throw new DomainError("invalid", "This order leaves out or repeats a row. Nothing was changed.");
  return found;
}
