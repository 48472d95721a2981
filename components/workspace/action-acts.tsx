import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { Submit } from "@/components/ui/submit";
import type { Common } from "@/components/workspace/common";
import { completeActionAction, declineActionAction, reopenActionAction } from "@/lib/actions/actions";
import type { ActionView } from "@/lib/domain/views";

const verbs = { todo: "Complete", approval: "Approve", acknowledgement: "Acknowledge" } as const;
const done = { todo: "completed", approval: "approved", acknowledgement: "acknowledged" } as const;

type Props = { at: Common["at"]; action: ActionView };

/** What the person whose turn it is can do: one button, and for an approval a way to decline. */
export function TurnActs({ at, action }: Props) {
  return (
    <div className="action-act flex gap-2">
      {action.kind === "approval" && <Decline at={at} action={action} />}
      <ActionForm
        action={completeActionAction.bind(null, at)}
        data-gone-says={`${action.title} ${done[action.kind]}.`}
      >
        <input type="hidden" name="action" value={action.id} />
        <Submit variant="primary">{verbs[action.kind]}</Submit>
      </ActionForm>
    </div>
  );
}

function Decline({ at, action }: Props) {
  const id = `decline-${action.id}`;
  return (
    <div>
      <button type="button" popoverTarget={id} aria-haspopup="dialog" className={buttonClass()}>
        Decline
      </button>
      <Popover id={id} label={`Decline ${action.title}`}>
        <ActionForm
          action={declineActionAction.bind(null, at)}
          className="grid gap-2"
          data-gone-says={`${action.title} declined.`}
        >
          <input type="hidden" name="action" value={action.id} />
          <Field id={`${id}-reason`} label="Reason (optional)" hint="Everybody in the workspace can read it.">
            <textarea id={`${id}-reason`} name="reason" rows={3} maxLength={500} className="input" />
          </Field>
          <Submit variant="danger">Decline</Submit>
        </ActionForm>
      </Popover>
    </div>
  );
}

/** "Ask again" beside a declined approval. */
export function AskAgain({ at, action }: Props) {
  return (
    <ActionForm
      action={reopenActionAction.bind(null, at)}
      className="action-act"
      data-gone-says={`${action.title} is open again.`}
    >
      <input type="hidden" name="action" value={action.id} />
      <Submit>Ask again</Submit>
    </ActionForm>
  );
}
