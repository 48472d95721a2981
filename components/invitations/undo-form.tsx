"use client";

import { useTranslations } from "next-intl";
import { boundAt } from "@/components/ui/bound-at";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
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
  const ui = useTranslations("ui");
  const action = workspace
    ? boundAt(undoInviteAction, { org, workspace })
    : boundAt(undoPortalAction, { org });
  const [state, send] = useAct<Undone>(action);
  return (
    <form action={send}>
      <input type="hidden" name="command" value={command} />
      {!state?.ok && <Submit size="small">{ui("undo")}</Submit>}
      <StatusLine
        text={state && (state.ok ? ui("undoneNothingSent") : state.message)}
        isError={state?.ok === false}
      />
    </form>
  );
}
