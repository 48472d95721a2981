import type { Language } from "@/lib/domain/languages";
import type { Screens } from "./en";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Screens;
  }
}
