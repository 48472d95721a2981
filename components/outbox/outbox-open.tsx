import { OutboxPreview } from "@/components/outbox/outbox-preview";
import type { OutboxAt } from "@/components/outbox/outbox-screen";
import { ActionForm } from "@/components/ui/action-form";
import { boundAt } from "@/components/ui/bound-at";
import { exactWords, shortDay, timeOfDay } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { sendAgainAction } from "@/lib/actions/outbox";
import { deliveryText, isDead, stateWords } from "@/lib/domain/delivery-words";
import type { OutboxMessage } from "@/lib/domain/outbox";

type Props = OutboxAt & { open: OutboxMessage };

/** Everything known of one message: what happened to it, what can be done, and what it says where nothing leaves. */
export function OutboxOpen(props: Props) {
  const { org, open, preview } = props;
  return (
    <section aria-label={`Message to ${open.address}`} className="outbox-detail">
      <p className="font-medium">{deliveryText(open)}</p>
      <History {...props} />
      <div className="flex flex-wrap items-center gap-2">
        {open.maySendAgain && (
          <ActionForm action={boundAt(sendAgainAction, { org })} className="grid gap-1">
            <input type="hidden" name="message" value={open.id} />
            <Submit>Send again</Submit>
            {open.delivery === "uncertain" && (
              <span className="hint">It may arrive twice: nobody knows whether the first one did.</span>
            )}
          </ActionForm>
        )}
        {isDead(open.delivery) && open.contactId && (
          <a href={`/${org}/contacts/${open.contactId}#contact-details`} className="link">
            Change email or phone
          </a>
        )}
      </div>
      {preview && <OutboxPreview {...props} preview={preview} />}
    </section>
  );
}

const stepWords: Record<OutboxMessage["history"][number]["state"], string> = {
  ...stateWords,
  written: "Written",
  tried: "First tried",
  sent: "Taken by the service",
};

function History({ open, clock }: Props) {
  return (
    <ol aria-label="History" className="outbox-history">
      {open.history.map(({ state, detail, at }) => (
        <li key={`${state} ${at.getTime()}`}>
          <span>
            {stepWords[state]}
            {detail && `: ${detail}`}
          </span>
          <span className="text-fg-3">
            <time dateTime={at.toISOString()} title={exactWords(at, clock)}>
              {shortDay(at, clock)}, {timeOfDay(at, clock)}
            </time>
          </span>
        </li>
      ))}
    </ol>
  );
}
