import type { z } from "zod";
import { DomainError, notFound } from "./errors";
import type { Reorder } from "./flow-shape";

/**
 * Rows in the order that was asked for. Refuses when they do not stand as the person saw them, and an order that
 * leaves out, repeats or invents rows; a row that is not there does not exist.
 */
export function reordered<T extends { id: string }>(
  rows: T[],
  { seen, order, up, down }: z.output<typeof Reorder>,
  step: (id: string, by: 1 | -1) => string[],
): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const one = up ?? down;
  if (one && !byId.has(one)) throw notFound();
  if (seen.length !== rows.length || rows.some(({ id }, i) => id !== seen[i]))
    throw new DomainError("conflict", "The flow changed meanwhile. Look again.");
  const wanted = order?.length ? order : one ? step(one, up ? -1 : 1) : seen;
  const found = [...new Set(wanted)].flatMap((id) => byId.get(id) ?? []);
  if (found.length !== rows.length || wanted.length !== rows.length)
    throw new DomainError("invalid", "This order leaves out or repeats a row. Nothing was changed.");
  return found;
}
