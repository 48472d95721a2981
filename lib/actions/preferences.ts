"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { z } from "zod";
import { cookieOptions } from "@/lib/auth/cookies";
import { userContext } from "@/lib/context";
import { SHORTCUTS_COOKIE, THEME_COOKIE, themes } from "@/lib/preferences";
import { runAction } from "./run";

const YEAR_SECONDS = 365 * 86_400;
const ChooseTheme = z.strictObject({ theme: z.enum(themes) });
const ChooseShortcuts = z.strictObject({ shortcuts: z.enum(["on", "off"]) });

async function keep(cookie: string, value: string): Promise<void> {
  (await cookies()).set(cookie, value, { ...cookieOptions(), maxAge: YEAR_SECONDS });
  refresh();
}

export async function chooseThemeAction(form: FormData): Promise<void> {
  await runAction(userContext, ChooseTheme, form, (_, { theme }) => keep(THEME_COOKIE, theme));
}

export async function chooseShortcutsAction(form: FormData): Promise<void> {
  await runAction(userContext, ChooseShortcuts, form, (_, { shortcuts }) =>
    keep(SHORTCUTS_COOKIE, shortcuts),
  );
}
