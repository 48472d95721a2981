"use client";

import { useActionState } from "react";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { inviteToPortalAction, resendPortalAction } from "@/lib/actions/contacts";

type Props = { org: string; contact: { id: string; name: string }; command: string; isOpen: boolean };

/** Sends somebody who has not joined an invitation to the portal: the first one, or the open one again. */
export function ContactPortal(props: Props) {
  return props.isOpen ? <ResendPortal {...props} /> : <InviteToPortal {...props} />;
}

function InviteToPortal({ org, contact, command }: Props) {
  const [state, send] = useActionState(inviteToPortalAction.bind(null, { org }), null);
  const [outcome] = state?.ok ? state.data.outcomes : [];
  const isSent = outcome?.status === "invited";
  const text = isSent ? `${contact.name} invited.` : outcome && `Not sent: ${outcome.reason}.`;
  return (
    <form action={send}>
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="contacts" value={contact.id} />
      <Submit>Send Invitation</Submit>
      <StatusLine
        text={state?.ok === false ? state.message : (text ?? null)}
        isError={Boolean(state) && !isSent}
      />
    </form>
  );
}

function ResendPortal({ org, contact }: Props) {
  const [state, send] = useActionState(resendPortalAction.bind(null, { org }), null);
  const isSent = state?.ok && state.data.sent > 0;
  const text = isSent
    ? `Invitation sent again to ${contact.name}.`
    : state?.ok
      ? (state.data.skipped[0]?.reason ?? "Nothing was sent.")
      : (state?.message ?? null);
  return (
    <form action={send}>
      <input type="hidden" name="contacts" value={contact.id} />
      <Submit>Resend Invitation</Submit>
      <StatusLine text={text} isError={Boolean(state) && !isSent} />
    </form>
  );
}
