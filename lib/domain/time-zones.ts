import { z } from "zod";
import { isTimeZone } from "./daytime";

const LIST = "Choose a time zone of the list.";

/** A person's own time zone as a form sends it; null: the organization's. */
export const OwnTimeZone = z
  .string(LIST)
  .max(64, LIST)
  .refine((zone) => zone === "" || isTimeZone(zone), LIST)
  .transform((zone) => zone || null);

/** The time zones to choose from: those known here by name, and the stored one whatever it is called. */
export const timeZonesWith = (stored: string | null): string[] =>
  [...new Set(["UTC", ...(stored ? [stored] : []), ...Intl.supportedValuesOf("timeZone")])].sort();
