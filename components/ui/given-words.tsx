"use client";

import { createContext, type ReactNode, useMemo } from "react";
import type { Language } from "@/lib/domain/languages";

type Given = { locale: Language; messages: Record<string, object> };

export const Given = createContext<Given | null>(null);

/** Holds the words of a page ready for what is loaded late. */
export function GivenWords({ locale, messages, children }: Given & { children: ReactNode }) {
  const given = useMemo(() => ({ locale, messages }), [locale, messages]);
  return <Given value={given}>{children}</Given>;
}
