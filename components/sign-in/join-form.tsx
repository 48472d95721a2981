"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { joinAction } from "@/lib/actions/join";

type Props = {
  offer: { orgId: string; invitationId: string };
  /** What the button says. */
  label: string;
  children: ReactNode;
};

/** An offer with the button that accepts it. */
export function JoinForm({ offer, label, children }: Props) {
  const [state, action] = useAct(joinAction);
  return (
    <form action={action} className="grid gap-3 rounded-8 border border-line p-3">
      {children}
      <ErrorSummary message={state?.ok === false ? state.message : undefined} />
      <input type="hidden" name="organization" value={offer.orgId} />
      <input type="hidden" name="invitation" value={offer.invitationId} />
      <Submit variant="primary">{label}</Submit>
    </form>
  );
}
