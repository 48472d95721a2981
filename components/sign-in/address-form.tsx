"use client";

import { TextField } from "@/components/ui/field";
import { SentForm } from "@/components/ui/sent-form";
import { requestCodeAction } from "@/lib/actions/sign-in";
import type { Catalogue } from "@/lib/catalogue";

type Props = { next: string | null } & Pick<Catalogue["pages"], "shared" | "signIn">;

/** Where a code is asked for. `next` is the page to come back to. */
export function AddressForm({ next, shared, signIn }: Props) {
  return (
    <SentForm action={requestCodeAction} words={shared.onward} isWide>
      {(value, errors) => (
        <>
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
            defaultValue={value("address")}
            error={errors.address}
          />
        </>
      )}
    </SentForm>
  );
}
