import "./outbox.css";
import "./outbox-narrow.css";
import { useTranslations } from "next-intl";
import { OutboxStrip } from "@/components/outbox/outbox-strip";
import { OutboxTable } from "@/components/outbox/outbox-table";
import { capped } from "@/components/outbox/outbox-words";
import { outboxPath, type Seen } from "@/components/outbox/seen";
import { ActionForm } from "@/components/ui/action-form";
import { boundAt } from "@/components/ui/bound-at";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Find } from "@/components/ui/find";
import { Icon } from "@/components/ui/icon";
import type { Clock } from "@/components/ui/moment";
import { Pages } from "@/components/ui/pages";
import { Submit } from "@/components/ui/submit";
import { continueSendingAction, pauseSendingAction } from "@/lib/actions/outbox";
import type { OutboxMessage, OutboxPage } from "@/lib/domain/outbox";

/** What a message looks like to who gets it; only where nothing leaves the machine. */
export type Preview = { hasHtml: boolean; text: string; inviteLink: string | null };

export type OutboxAt = {
  org: string;
  seen: Seen;
  page: OutboxPage;
  open: OutboxMessage | null;
  preview: Preview | null;
  isMailbox: boolean;
  clock: Clock;
};

const tabs = ["all", "waiting", "sent", "problems"] as const;

/** Everything that was written to people, newest first: how far it came, and what keeps it. Works without script. */
export function OutboxScreen(props: OutboxAt) {
  const t = useTranslations("outbox");
  const { org, seen, page } = props;
  const path = `/${org}/outbox`;
  return (
    <>
      <OutboxHead {...props} />
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="outbox">
          <OutboxStrip {...props} />
          {(page.rows.length > 0 || seen.find) && (
            <Find
              action={path}
              label={t("find")}
              value={seen.find}
              keep={{ tab: seen.tab === "all" ? undefined : seen.tab }}
            />
          )}
          {page.rows.length > 0 ? <OutboxTable {...props} /> : <Nothing {...props} />}
          <Pages
            start={seen.before && outboxPath(org, seen, { before: undefined })}
            next={page.next && outboxPath(org, seen, { before: page.next })}
            isNewestFirst
            className="pt-6"
          />
        </div>
      </main>
    </>
  );
}

function OutboxHead({ org, seen, page }: OutboxAt) {
  const t = useTranslations("outbox");
  const { pace } = page;
  const isPaused = page.pauses.some(({ reason }) => reason === "manual");
  return (
    <header className="head outbox-head">
      <h1 className="shrink-0 text-14 font-semibold">{t("title")}</h1>
      <nav aria-label={t("tabs")} className="segments outbox-tabs">
        {tabs.map((tab) => (
          <a
            key={tab}
            href={outboxPath(org, { tab, find: seen.find })}
            aria-current={tab === seen.tab ? "true" : undefined}
          >
            <span>
              {t(`tab.${tab}`)}{" "}
              {tab !== "all" && <span className="text-fg-3">{capped(page.counts[tab], t)}</span>}
            </span>
          </a>
        ))}
      </nav>
      {pace && (
        <p className="text-12 text-fg-3">
          {t(pace.isAtLimit ? "fullPace" : "pace", { perSecond: pace.perSecond })}
        </p>
      )}
      <ActionForm
        key={String(isPaused)}
        action={boundAt(isPaused ? continueSendingAction : pauseSendingAction, { org })}
        className="outbox-pause"
      >
        <Submit variant={isPaused ? "primary" : "default"}>{t(isPaused ? "continue" : "pause")}</Submit>
      </ActionForm>
    </header>
  );
}

function Nothing({ org, seen }: OutboxAt) {
  const t = useTranslations("outbox.nothing");
  if (!seen.find && seen.tab === "all" && !seen.before)
    return <Empty icon={<Icon name="outbox" />} title={t("none")} />;
  const title = seen.find ? t("found", { find: seen.find }) : t("here");
  return (
    <Empty icon={<Icon name="outbox" />} title={title}>
      <ButtonLink href={`/${org}/outbox`}>{t("showAll")}</ButtonLink>
    </Empty>
  );
}
