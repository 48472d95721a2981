import { z } from "zod";

const OLD = "This page is not what it was. Reload it and try again.";

/** Whether two values of a form say the same; empty and absent do. */
export const isSame = (a: unknown, b: unknown): boolean => String(a ?? "") === String(b ?? "");

/**
 * What a form showed before anything was changed in it, as JSON of its fields in the given shape. Only what differs
 * from it is a change: what others changed since then stays. Absent: everything that is sent is meant.
 */
export const seenAs = <T>(shape: z.ZodType<T>) =>
  z
    .string(OLD)
    .max(20_000, OLD)
    .transform((text, check): T => {
      const read = shape.safeParse(parsed(text));
      if (read.success) return read.data;
      check.addIssue(OLD);
      return z.NEVER;
    })
    .optional();

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
