"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { redeemCodeAction } from "@/lib/actions/sign-in";

/** One input for the six digits; pasting and filling in from a message work. */
export function CodeForm() {
  const [state, action] = useActionState(redeemCodeAction, null);
  const failure = state?.ok === false ? state : undefined;
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary message={failure?.message} />
      <TextField
        name="digits"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        className="[font-variant-numeric:tabular-nums] tracking-[0.2em]"
        error={failure?.fields?.digits}
      />
      <Submit variant="primary" isWide>
        Sign in
      </Submit>
    </form>
  );
}
