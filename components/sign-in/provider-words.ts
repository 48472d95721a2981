import type { Catalogue } from "@/lib/catalogue";

/** Why a sign-in with an outside provider ended here; nothing without one. */
export function providerWords(
  { provider }: Catalogue["pages"],
  error: string | undefined,
): string | undefined {
  if (error === undefined) return undefined;
  if (error === "unverified") return provider.unverified;
  return error === "unknown" ? provider.unknown : provider.failed;
}
