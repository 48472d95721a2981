"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Submit } from "@/components/ui/submit";
import { joinAction } from "@/lib/actions/join";

export type OwnOffer = {
  orgId: string;
  invitationId: string;
  organizationName: string;
  workspaceName: string | null;
  inviterName: string;
  roleName: string | null;
};

/** An open invitation to the signed-in person, with the button that accepts it. */
export function OwnInvitation({ offer }: { offer: OwnOffer }) {
  const [state, action] = useActionState(joinAction, null);
  const { organizationName, workspaceName, inviterName, roleName } = offer;
  return (
    <form action={action} className="grid gap-3 rounded-8 border border-line p-3">
      <div>
        <p className="font-medium wrap-anywhere">{workspaceName ?? organizationName}</p>
        <p className="text-13 text-fg-2 wrap-anywhere">
          <bdi>{inviterName}</bdi> invited you
          {workspaceName && ` at ${organizationName}`}
          {roleName && ` as ${roleName}`}
        </p>
      </div>
      <ErrorSummary message={state?.ok === false ? state.message : undefined} />
      <input type="hidden" name="organization" value={offer.orgId} />
      <input type="hidden" name="invitation" value={offer.invitationId} />
      <Submit variant="primary">{workspaceName ? "Join Workspace" : `Join ${organizationName}`}</Submit>
    </form>
  );
}
