import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { GivenWords } from "./given-words";
import { type Room, wordsOf } from "./words-of";

/**
 * As `Words`, for a page of which nothing speaks in the browser but what is loaded late (`late`): what finds the words
 * is loaded with that.
 */
export async function LateWords({ of, children }: { of: Room[]; children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), wordsOf(of)]);
  return (
    <GivenWords locale={locale} messages={messages}>
      {children}
    </GivenWords>
  );
}
