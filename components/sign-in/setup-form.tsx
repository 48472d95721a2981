"use client";

import { TextField } from "@/components/ui/field";
import { SentForm } from "@/components/ui/sent-form";
import { setUpAction } from "@/lib/actions/setup";

export type SetupWords = Record<"organization" | "name" | "email" | "emailHint" | "create", string>;

/** The three things an installation begins with. */
export function SetupForm({ words }: { words: SetupWords }) {
  return (
    <SentForm action={setUpAction} words={words.create} isWide>
      {(value, errors) => (
        <>
          <TextField
            name="organization"
            label={words.organization}
            autoComplete="organization"
            maxLength={60}
            required
            defaultValue={value("organization")}
            error={errors.organization}
          />
          <TextField
            name="name"
            label={words.name}
            autoComplete="name"
            maxLength={60}
            required
            defaultValue={value("name")}
            error={errors.name}
          />
          <TextField
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint}
            autoComplete="email"
            maxLength={254}
            required
            defaultValue={value("email")}
            error={errors.email}
          />
        </>
      )}
    </SentForm>
  );
}
