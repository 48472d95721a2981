"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { startProviderAction } from "@/lib/actions/provider-sign-in";

/** The button that leads to an outside identity provider. */
export function ProviderForm({ id, label, next }: { id: string; label: string; next: string | null }) {
  const [state, action] = useAct(startProviderAction);
  return (
    <form action={action} className="grid gap-3">
      <input type="hidden" name="provider" value={id} />
      {next && <input type="hidden" name="next" value={next} />}
      <Submit isWide>{label}</Submit>
      <ErrorSummary message={state?.ok === false ? state.message : undefined} />
    </form>
  );
}
