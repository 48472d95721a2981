import { z } from "zod";

/** Ids as a form sends them: one, or several under one name. At most `max`; with `missing`, at least one. */
export const idList = (max: number, missing?: string) =>
  z
    .union([z.uuid().transform((id) => [id]), z.array(z.uuid())], missing ?? "This choice could not be read.")
    .refine((list) => list.length <= max, `Choose at most ${max.toLocaleString("en")}.`)
    .refine((list) => !missing || list.length > 0, missing);
