import type { Clock } from "@/components/ui/moment";
import type { Context } from "@/lib/domain/context";

/** What tells the times of a page: the present, where its organization is, what its reader reads. */
export const clockOf = (ctx: Context): Clock => ({
  now: new Date(),
  timeZone: ctx.org.timeZone,
  language: ctx.language,
});
