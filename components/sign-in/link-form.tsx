"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { redeemLinkAction } from "@/lib/actions/sign-in";
import type { Catalogue } from "@/lib/catalogue";

/** The one button of a sign-in link's page. */
export function LinkForm({ token, signIn }: { token: string } & Pick<Catalogue["pages"], "signIn">) {
  const [state, action] = useAct(redeemLinkAction);
  return (
    <form action={action} className="grid gap-4">
      <ErrorSummary message={state?.ok === false ? state.message : undefined} />
      <input type="hidden" name="token" value={token} />
      <Submit variant="primary" isWide>
        {signIn.title}
      </Submit>
    </form>
  );
}
