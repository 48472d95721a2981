import { getRequestConfig } from "next-intl/server";
import { pageLanguage } from "@/lib/context";
import type { Language } from "@/lib/domain/languages";
import { de } from "./de";
import { en, type Screens } from "./en";

const screens: Record<Language, Screens> = { en, de };

/** What next-intl asks once per request: the reader's language and its words. Times are told by `components/ui/moment.tsx`. */
export default getRequestConfig(async ({ locale }) => {
  const language = (locale as Language | undefined) ?? (await pageLanguage());
  return { locale: language, messages: screens[language], timeZone: "UTC" };
});
