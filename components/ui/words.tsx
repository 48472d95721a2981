import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { type Room, wordsOf } from "./words-of";

/** Gives the parts of a page that run in the browser their words: those every screen needs, and of these rooms. */
export async function Words({ of = [], children }: { of?: Room[]; children: ReactNode }) {
  return <NextIntlClientProvider messages={await wordsOf(of)}>{children}</NextIntlClientProvider>;
}
