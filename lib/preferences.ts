import { cookies } from "next/headers";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** How this browser shows the portal. Kept in cookies, so that the first byte already looks right. */
export type Preferences = { theme: Theme; hasShortcuts: boolean };

export const THEME_COOKIE = "foyer.theme";
export const SHORTCUTS_COOKIE = "foyer.shortcuts";

/** The browser's choices; what is missing or unknown counts as the default. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  const theme = themes.find((known) => known === jar.get(THEME_COOKIE)?.value) ?? "system";
  return { theme, hasShortcuts: jar.get(SHORTCUTS_COOKIE)?.value !== "off" };
}
