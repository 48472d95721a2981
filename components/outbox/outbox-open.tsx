import { useLocale, useTranslations } from "next-intl";
import { CopyLink } from "@/components/outbox/copy-link";
import { OutboxPreview } from "@/components/outbox/outbox-preview";
import type { OutboxAt } from "@/components/outbox/outbox-screen";
import { ActionForm } from "@/components/ui/action-form";
import { boundAt } from "@/components/ui/bound-at";
import { exactWords, shortDay, timeOfDay } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { Words } from "@/components/ui/words";
import { sendAgainAction } from "@/lib/actions/outbox";
import { deliveryText, isDead, stateWords } from "@/lib/domain/delivery-words";
import type { OutboxMessage } from "@/lib/domain/outbox";
import { sayIn } from "@/lib/words/say";

type Props = OutboxAt & { open: OutboxMessage };

/** Everything known of one message: what happened to it, what can be done, and what it says where nothing leaves. */
export function OutboxOpen(props: Props) {
  const t = useTranslations("outbox.open");
  const say = sayIn(useLocale());
  const { org, open, preview } = props;
  return (
    <section aria-label={t("name", { address: open.address })} className="outbox-detail">
      <p className="font-medium">{say(deliveryText(open))}</p>
      <History {...props} />
      <div className="flex flex-wrap items-center gap-2">
        {open.maySendAgain && (
          <ActionForm action={boundAt(sendAgainAction, { org })} className="grid gap-1">
            <input type="hidden" name="message" value={open.id} />
            <Submit>{t("again")}</Submit>
            {open.delivery === "uncertain" && <span className="hint">{t("twice")}</span>}
          </ActionForm>
        )}
        {open.copies && (
          <Words>
            <CopyLink
              at={{ org, workspace: open.copies.workspace }}
              invitation={open.copies.invitation}
              linkKey={open.copies.linkKey}
              words={{ copy: t("copy"), link: t("link", { name: open.name ?? open.address }) }}
            />
          </Words>
        )}
        {isDead(open.delivery) && open.contactId && (
          <a href={`/${org}/contacts/${open.contactId}#contact-details`} className="link">
            {t("change")}
          </a>
        )}
      </div>
      {preview && <OutboxPreview {...props} preview={preview} />}
    </section>
  );
}

function History({ open, clock }: Props) {
  const t = useTranslations("outbox.open");
  const say = sayIn(useLocale());
  const stepWords = (state: OutboxMessage["history"][number]["state"]) =>
    state === "written" || state === "tried" || state === "sent" ? t(state) : say(stateWords[state]);
  return (
    <ol aria-label={t("history")} className="outbox-history">
      {open.history.map(({ state, detail, at }) => (
        <li key={`${state} ${at.getTime()}`}>
          <span>
            {detail ? t("because", { state: stepWords(state), reason: say(detail) }) : stepWords(state)}
          </span>
          <span className="text-fg-3">
            <time dateTime={at.toISOString()} title={exactWords(at, clock)}>
              {t("at", { day: shortDay(at, clock), time: timeOfDay(at, clock) })}
            </time>
          </span>
        </li>
      ))}
    </ol>
  );
}
