"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useRefused } from "@/components/ui/use-refused";
import { useSentForm } from "@/components/ui/use-sent-form";
import type { Failure, FormState, Refused } from "@/lib/actions/run";

type Props<S> = {
  action: Parameters<typeof useSentForm<S>>[0];
  /** What the button says. */
  words: string;
  isWide?: boolean;
  /** The fields, by what each is to begin with and what is wrong with it. */
  children: (value: (name: string) => string | undefined, errors: Record<string, string>) => ReactNode;
};

/** A few fields and one button; a refusal stands above them and gets the focus, and what was typed stays. */
export function SentForm<S extends FormState<unknown>>({ action, words, isWide, children }: Props<S>) {
  const { state, isBusy, form } = useSentForm(action);
  const answer: { ok: true } | (Failure & Partial<Refused>) | null = state;
  const refusal = answer?.ok === false ? answer : null;
  const errors = refusal?.fields ?? {};
  return (
    <form {...form} noValidate className="grid gap-4">
      <div ref={useRefused(refusal)} className="contents">
        <ErrorSummary message={refusal?.message} fields={errors} />
      </div>
      {children((name) => refusal?.typed?.[name]?.[0], errors)}
      <Button
        type="submit"
        variant="primary"
        isBusy={isBusy}
        isWide={isWide}
        className={isWide ? undefined : "justify-self-start"}
      >
        {words}
      </Button>
    </form>
  );
}
