"use client";

import { CodeField } from "@/components/ui/code-field";
import { SentForm } from "@/components/ui/sent-form";
import { redeemCodeAction } from "@/lib/actions/sign-in";
import type { Catalogue } from "@/lib/catalogue";

/** Signs in with the code that was sent. */
export function CodeForm({ digits, signIn }: Pick<Catalogue["pages"], "digits" | "signIn">) {
  return (
    <SentForm action={redeemCodeAction} words={signIn.title} isWide>
      {(_, errors) => <CodeField label={digits.label} error={errors.digits} />}
    </SentForm>
  );
}
