const WORDS: Record<string, string> = {
  unverified:
    "Your account there has no confirmed email address, so you are not signed in. Sign in with a code instead.",
  unknown:
    "Nobody has invited the email address of that account here. Use the address you were invited at, or ask for an invitation.",
};

const FAILED = "Signing in there did not work, so you are not signed in. Try again, or sign in with a code.";

/** Why a sign-in with an outside provider ended here; nothing without one. */
export const providerWords = (error: string | undefined): string | undefined =>
  error === undefined ? undefined : (WORDS[error] ?? FAILED);
