import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { Submit } from "@/components/ui/submit";
import type { Common } from "@/components/workspace/common";
import { completeActionAction, declineActionAction, reopenActionAction } from "@/lib/actions/actions";
import type { ActionView } from "@/lib/domain/views";

type Props = { at: Common["at"]; action: ActionView };

/** What the person whose turn it is can do: one button, and for an approval a way to decline. */
export function TurnActs({ at, action }: Props) {
  const t = useTranslations("workspace.actions");
  return (
    <div className="action-act flex gap-2">
      {action.kind === "approval" && <Decline at={at} action={action} />}
      <ActionForm
        action={completeActionAction.bind(null, at)}
        data-gone-says={t(`did.${action.kind}`, { title: action.title })}
      >
        <input type="hidden" name="action" value={action.id} />
        <Submit variant="primary">{t(`verbs.${action.kind}`)}</Submit>
      </ActionForm>
    </div>
  );
}

function Decline({ at, action }: Props) {
  const t = useTranslations("workspace.actions");
  const id = `decline-${action.id}`;
  return (
    <div>
      <button type="button" popoverTarget={id} aria-haspopup="dialog" className={buttonClass()}>
        {t("decline")}
      </button>
      <Popover id={id} label={t("declineWhich", { title: action.title })}>
        <ActionForm
          action={declineActionAction.bind(null, at)}
          className="grid gap-2"
          data-gone-says={t("did.declined", { title: action.title })}
        >
          <input type="hidden" name="action" value={action.id} />
          <TextAreaField
            id={`${id}-reason`}
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            rows={3}
            maxLength={500}
          />
          <Submit variant="danger">{t("decline")}</Submit>
        </ActionForm>
      </Popover>
    </div>
  );
}

/** "Ask again" beside a declined approval. */
export function AskAgain({ at, action }: Props) {
  const t = useTranslations("workspace.actions");
  return (
    <ActionForm
      action={reopenActionAction.bind(null, at)}
      className="action-act"
      data-gone-says={t("did.reopened", { title: action.title })}
    >
      <input type="hidden" name="action" value={action.id} />
      <Submit>{t("askAgain")}</Submit>
    </ActionForm>
  );
}
