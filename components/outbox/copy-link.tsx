"use client";

import { boundAt } from "@/components/ui/bound-at";
import { CopyField } from "@/components/ui/copy-field";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { copyInviteLinkAction } from "@/lib/actions/invitations";

type Props = {
  at: { org: string; workspace: string };
  invitation: string;
  /** Names the link that opens the invitation now; one that was copied is shown while it is that one. */
  linkKey: string;
  /** What the button says, and what the link is called. */
  words: { copy: string; link: string };
};

/** Hands out the link of the invitation that a message is of, with and without script. */
export function CopyLink({ at, invitation, linkKey, words }: Props) {
  const [answered, send] = useAct(boundAt(copyInviteLinkAction, at));
  const state = answered?.ok && answered.data.linkKey !== linkKey ? null : answered;
  const link = state?.ok ? state.data.link : null;
  return (
    <form action={send} className="grid gap-1">
      <input type="hidden" name="invitation" value={invitation} />
      <Submit>{words.copy}</Submit>
      {link && <CopyField key={link} value={link} label={words.link} isAsked />}
      <StatusLine
        text={state && (state.ok ? state.data.said : state.message)}
        isError={state?.ok === false}
      />
    </form>
  );
}
