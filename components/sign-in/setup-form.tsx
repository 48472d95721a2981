"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { setUpAction } from "@/lib/actions/setup";

export type SetupWords = Record<"organization" | "name" | "email" | "emailHint" | "create", string>;

/** The three things an installation begins with. */
export function SetupForm({ words }: { words: SetupWords }) {
  const [state, action] = useActionState(setUpAction, null);
  const { typed = {}, fields = {} } = state ?? {};
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary message={state?.message} fields={fields} />
      <TextField
        name="organization"
        label={words.organization}
        autoComplete="organization"
        maxLength={60}
        required
        defaultValue={typed.organization}
        error={fields.organization}
      />
      <TextField
        name="name"
        label={words.name}
        autoComplete="name"
        maxLength={60}
        required
        defaultValue={typed.name}
        error={fields.name}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        autoComplete="email"
        maxLength={254}
        required
        defaultValue={typed.email}
        error={fields.email}
      />
      <Submit variant="primary" isWide>
        {words.create}
      </Submit>
    </form>
  );
}
