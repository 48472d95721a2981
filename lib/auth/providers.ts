import type { ProviderId } from "@/lib/domain/provider-accounts";
import { env } from "@/lib/env";

export type ConfiguredProvider = {
  id: ProviderId;
  name: string;
  clientId: string;
  clientSecret: string;
  issuer: string;
};

/** The outside identity providers whose variables are set. */
export function configuredProviders(): ConfiguredProvider[] {
  const all = env();
  const known: [ProviderId, string, string | undefined, string | undefined, string][] = [
    ["google", "Google", all.AUTH_GOOGLE_ID, all.AUTH_GOOGLE_SECRET, "https://accounts.google.com"],
    [
      "microsoft-entra-id",
      "Microsoft",
      all.AUTH_MICROSOFT_ENTRA_ID_ID,
      all.AUTH_MICROSOFT_ENTRA_ID_SECRET,
      all.AUTH_MICROSOFT_ENTRA_ID_ISSUER ?? "https://login.microsoftonline.com/common/v2.0",
    ],
    ["oidc", all.AUTH_OIDC_NAME, all.AUTH_OIDC_ID, all.AUTH_OIDC_SECRET, all.AUTH_OIDC_ISSUER ?? ""],
  ];
  return known.flatMap(([id, name, clientId, clientSecret, issuer]) =>
    clientId && clientSecret ? [{ id, name, clientId, clientSecret, issuer }] : [],
  );
}

/** Where a form of the sign-in page may lead to: browsers hold redirects against `form-action` too. */
export const providerOrigins = (): string[] =>
  configuredProviders().map(({ issuer }) => new URL(issuer).origin);
