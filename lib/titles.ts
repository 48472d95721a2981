import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DomainError } from "@/lib/domain/errors";

const missing = async () => (await getTranslations("shell.missing"))("name");

/** Titles of the pages below a place: their own, or for who cannot see the place one that tells nothing of it. */
export async function titledOver(place: Promise<unknown>): Promise<Metadata> {
  const isMissing = await place.then(
    () => false,
    (error) => error instanceof DomainError && error.code === "not_found",
  );
  if (!isMissing) return {};
  const words = await missing();
  return { title: { default: words, template: `${words} · Foyer` } };
}

/** The title of the page of something, or that there is none. */
export const titleOf = <T>(found: Promise<T>, title: (one: T) => string): Promise<Metadata> =>
  found.then(
    (one) => ({ title: title(one) }),
    async () => ({ title: await missing() }),
  );
