import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { withQuery } from "@/components/ui/query";
import { type KeptMessage, MailboxList, type MailboxPlace } from "./mailbox-list";
import { MailboxMessage } from "./mailbox-message";

type Props = {
  messages: KeptMessage[];
  open: KeptMessage | null;
  next: string | null;
  place: MailboxPlace;
  origin: string;
  now: Date;
};

/** The local mailbox: what would have been sent, and to whom. Plain links and forms, no script needed. */
export function MailboxScreen({ messages, open, next, place, origin, now }: Props) {
  const t = useTranslations("installation.mailbox");
  const isChosen = Boolean(place.message);
  return (
    <main className="mx-auto grid max-w-[75rem] content-start gap-6 px-4 py-6 md:px-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-1">
          <h1 className="text-24 font-semibold">{t("title")}</h1>
          <p className="text-13 text-fg-2">
            {t.rich("text", {
              json: (words) => (
                <a href={withQuery("/mailbox.json", { to: place.to })} className="link">
                  {words}
                </a>
              ),
            })}
          </p>
        </div>
        <search className="find">
          <form action="/mailbox">
            <Icon name="find" />
            <input
              type="search"
              name="to"
              defaultValue={place.to}
              maxLength={320}
              aria-label={t("find")}
              placeholder={`${t("find")}…`}
              enterKeyHint="search"
              className="input"
            />
          </form>
        </search>
      </header>
      {open ? (
        <div className="grid gap-6 md:grid-cols-[22rem_minmax(0,1fr)]">
          <div className={isChosen ? "hidden md:block" : undefined}>
            <MailboxList messages={messages} openId={open.id} place={place} next={next} now={now} />
          </div>
          <div className={isChosen ? "min-w-0" : "hidden min-w-0 md:block"}>
            <MailboxMessage message={open} place={place} origin={origin} />
          </div>
        </div>
      ) : (
        <Empty title={place.to ? t("noneTo", { address: place.to }) : t("none")} />
      )}
    </main>
  );
}
