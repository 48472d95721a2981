"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { setUpAction } from "@/lib/actions/setup";

/** The three things an installation begins with. */
export function SetupForm() {
  const [state, action] = useActionState(setUpAction, null);
  const { typed = {}, fields = {} } = state ?? {};
  return (
    <form action={action} noValidate className="grid gap-4">
      <ErrorSummary message={state?.message} fields={fields} />
      <TextField
        name="organization"
        label="Organization name"
        autoComplete="organization"
        maxLength={60}
        required
        defaultValue={typed.organization}
        error={fields.organization}
      />
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={60}
        required
        defaultValue={typed.name}
        error={fields.name}
      />
      <TextField
        name="email"
        type="email"
        label="Your email"
        hint="You sign in with it. You will be the first admin."
        autoComplete="email"
        maxLength={254}
        required
        defaultValue={typed.email}
        error={fields.email}
      />
      <Submit variant="primary" isWide>
        Create organization
      </Submit>
    </form>
  );
}
