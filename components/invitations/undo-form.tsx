"use client";

import { useActionState } from "react";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { undoPortalAction } from "@/lib/actions/contacts";
import { undoInviteAction } from "@/lib/actions/invitations";
import type { FormState } from "@/lib/actions/run";

type Props = {
  org: string;
  /** Where people were invited; null: to the portal. */
  workspace: string | null;
  /** The act that is taken back. */
  command: string;
};

type Undone = FormState<{ undone: number }>;

/** Takes an act of inviting back while its messages are held, with and without script; contacts stay. */
export function UndoForm({ org, workspace, command }: Props) {
  const action: (state: Undone, form: FormData) => Promise<Undone> = workspace
    ? undoInviteAction.bind(null, { org, workspace })
    : undoPortalAction.bind(null, { org });
  const [state, send] = useActionState(action, null);
  return (
    <form action={send}>
      <input type="hidden" name="command" value={command} />
      {!state?.ok && <Submit size="small">Undo</Submit>}
      <StatusLine
        text={state && (state.ok ? "Undone. Nothing was sent." : state.message)}
        isError={state?.ok === false}
      />
    </form>
  );
}
