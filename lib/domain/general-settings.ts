import { eq } from "drizzle-orm";
import { type CountryCode, getCountries, isSupportedCountry } from "libphonenumber-js";
import { z } from "zod";
import { organizations } from "@/db/schema";
import { recordActivity } from "./activity";
import type { Context } from "./context";
import { isTimeZone } from "./daytime";
import { type Language, languages } from "./languages";
import { authorize } from "./permissions";
import { name } from "./text";

const LIST = "Choose one of the list.";

export const GeneralSettings = z.strictObject({
  name: name("Enter your organization's name."),
  country: z.string(LIST).refine((code): code is CountryCode => isSupportedCountry(code), LIST),
  language: z.enum(languages, LIST),
  timeZone: z.string(LIST).max(64, LIST).refine(isTimeZone, LIST),
});
export type GeneralSettings = z.output<typeof GeneralSettings>;

const words: Record<keyof GeneralSettings, string> = {
  name: "name",
  country: "country",
  language: "language",
  timeZone: "time zone",
};

/** Countries whose numbers can be read, by their names in a language. */
export function countriesIn(language: Language): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: "region" });
  const order = new Intl.Collator(language);
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}

/** What the organization is called, and what holds where a person has nothing of their own. Admins only. */
export async function getGeneralSettings(ctx: Context): Promise<Record<keyof GeneralSettings, string>> {
  authorize(ctx, "settings:edit");
  const { name: own, country, language, timeZone } = ctx.org;
  return { name: own, country, language, timeZone };
}

/**
 * Changes what the organization is called in messages and on pages, and what holds where a person has nothing of
 * their own: the country of numbers without a code, language and time zone. Records what was changed. Admins only.
 */
export async function saveGeneralSettings(
  ctx: Context,
  input: GeneralSettings,
): Promise<{ changed: number }> {
  authorize(ctx, "settings:edit");
  return ctx.db.transaction(async (tx) => {
    const own = eq(organizations.id, ctx.org.id);
    const [before] = await tx.select().from(organizations).where(own).for("no key update");
    const changed = (Object.keys(words) as (keyof GeneralSettings)[]).filter(
      (field) => before?.[field] !== input[field],
    );
    if (changed.length === 0) return { changed: 0 };
    await tx.update(organizations).set(input).where(own);
    await recordActivity(tx, { orgId: ctx.org.id, workspaceId: null, actorId: ctx.actor.contactId }, [
      { kind: "settings_changed", data: { fields: changed.map((field) => words[field]) } },
    ]);
    return { changed: changed.length };
  });
}
