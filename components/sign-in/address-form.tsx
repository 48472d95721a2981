"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { requestCodeAction } from "@/lib/actions/sign-in";
import type { Catalogue } from "@/lib/catalogue";

type Props = { next: string | null } & Pick<Catalogue["pages"], "shared" | "signIn">;

/** Where a code is asked for. `next` is the page to come back to. */
export function AddressForm({ next, shared, signIn }: Props) {
  const [state, action] = useActionState(requestCodeAction, null);
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary message={state?.message} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="address"
        label={shared.address}
        hint={signIn.hint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
        required
        defaultValue={state?.address}
        error={state?.fields?.address}
      />
      <Submit variant="primary" isWide>
        {shared.onward}
      </Submit>
    </form>
  );
}
