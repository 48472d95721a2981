"use client";

import { useTranslations } from "next-intl";
import { boundAt } from "@/components/ui/bound-at";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { undoPortalAction } from "@/lib/actions/contacts";
import { undoInviteAction } from "@/lib/actions/invitations";
import type { FormState } from "@/lib/actions/run";
import type { Made } from "@/lib/domain/added";
import type { Undone } from "@/lib/domain/undo-write";

type Props = {
  org: string;
  /** Where people were invited; null: to the portal. */
  workspace: string | null;
  /** The act that is taken back. */
  command: string;
  /** It was taken back before the page was asked for. */
  isUndone?: boolean;
  /** So many of its messages had gone. */
  gone?: number;
  /** What became of the workspace that the act had made. */
  made?: Made | null;
};

/** Takes an act of inviting back while its messages are held, with and without script; contacts stay. */
export function UndoForm({ org, workspace, command, isUndone, gone = 0, made }: Props) {
  const ui = useTranslations("ui");
  const action = workspace
    ? boundAt(undoInviteAction, { org, workspace })
    : boundAt(undoPortalAction, { org });
  const [state, send] = useAct<FormState<Undone>>(action);
  const isDone = isUndone || state?.ok;
  const place = state?.ok ? state.data.made : made;
  const left = state?.ok ? state.data.gone : gone;
  const nothingSent = place ? ui(`undoneMade.${place}`) : ui("undoneNothingSent");
  const refusal = state?.ok === false ? state.message : null;
  return (
    <form action={send}>
      <input type="hidden" name="command" value={command} />
      {!isDone && <Submit size="small">{ui("undo")}</Submit>}
      <StatusLine
        text={isDone ? (left > 0 ? ui("undonePartly", { count: left }) : nothingSent) : refusal}
        isError={!isDone && refusal !== null}
      />
    </form>
  );
}
