"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { requestCodeAction } from "@/lib/actions/sign-in";

/** Where a code is asked for. `next` is the page to come back to. */
export function AddressForm({ next }: { next: string | null }) {
  const [state, action] = useActionState(requestCodeAction, null);
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary message={state?.message} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="address"
        label="Email or phone number"
        hint="We send a code. There is no password."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
        required
        defaultValue={state?.address}
        error={state?.fields?.address}
      />
      <Submit variant="primary" isWide>
        Continue
      </Submit>
    </form>
  );
}
