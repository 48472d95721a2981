"use client";

import { useActionState } from "react";
import { CodeField } from "@/components/ui/code-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { redeemCodeAction } from "@/lib/actions/sign-in";
import type { Catalogue } from "@/lib/catalogue";

/** Signs in with the code that was sent. */
export function CodeForm({ digits, signIn }: Pick<Catalogue["pages"], "digits" | "signIn">) {
  const [state, action] = useActionState(redeemCodeAction, null);
  const failure = state?.ok === false ? state : undefined;
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary message={failure?.message} />
      <CodeField label={digits.label} error={failure?.fields?.digits} />
      <Submit variant="primary" isWide>
        {signIn.title}
      </Submit>
    </form>
  );
}
