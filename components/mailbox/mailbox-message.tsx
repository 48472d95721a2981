import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { exactWords } from "@/components/ui/moment";
import { withQuery } from "@/components/ui/query";
import { LinkedText } from "./linked-text";
import type { KeptMessage, MailboxPlace } from "./mailbox-list";

type Props = { message: KeptMessage; place: MailboxPlace; origin: string };

/** One message as its recipient would see it: an e-mail as page or text, an SMS as on a phone. */
export function MailboxMessage({ message, place, origin }: Props) {
  const language = useLocale();
  const t = useTranslations("installation.mailbox");
  const isText = message.channel === "sms" || place.view === "text";
  return (
    <article aria-labelledby="subject" className="grid min-w-0 content-start gap-4">
      <header className="grid gap-2">
        <Link
          prefetch={false}
          href={withQuery("/mailbox", { to: place.to, before: place.before })}
          className="link text-13 md:hidden"
        >
          {t("all")}
        </Link>
        <h2 id="subject" className="text-20 font-semibold wrap-anywhere">
          {message.subject ?? t("textTo", { address: message.toWords })}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-13">
          <dt className="text-fg-2">{t("from")}</dt>
          <dd className="wrap-anywhere">{message.from}</dd>
          <dt className="text-fg-2">{t("to")}</dt>
          <dd className="wrap-anywhere">
            <bdi>{message.toWords}</bdi>
          </dd>
          <dt className="text-fg-2">{t("written")}</dt>
          <dd>
            <time dateTime={message.createdAt.toISOString()}>
              {exactWords(message.createdAt, { timeZone: message.timeZone, language })}
            </time>
          </dd>
        </dl>
      </header>
      {message.channel === "email" && <Views message={message} place={place} isText={isText} />}
      {message.channel === "sms" && <Bubble text={message.text} origin={origin} />}
      {message.channel === "email" && isText && (
        <pre className="overflow-x-auto rounded-10 border border-line bg-surface p-5 font-[family-name:var(--font-mono)] text-13 whitespace-pre-wrap wrap-anywhere">
          <LinkedText text={message.text} origin={origin} />
        </pre>
      )}
      {!isText && (
        <iframe
          title={t("emailTitle", { subject: message.subject ?? "" })}
          src={`/mailbox/${message.id}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="h-[46rem] w-full rounded-10 border border-line bg-surface"
        />
      )}
    </article>
  );
}

function Views({ message, place, isText }: { message: KeptMessage; place: MailboxPlace; isText: boolean }) {
  const t = useTranslations("installation.mailbox");
  const at = (view?: string) =>
    withQuery("/mailbox", { to: place.to, before: place.before, message: message.id, view });
  const look =
    "rounded-7 px-3 py-1.5 hover:bg-hover aria-[current]:bg-accent-tint aria-[current]:text-accent-text";
  return (
    <nav aria-label={t("parts")} className="flex flex-wrap gap-1 text-13 font-medium">
      <Link prefetch={false} href={at()} aria-current={isText ? undefined : "true"} className={look}>
        {t("email")}
      </Link>
      <Link prefetch={false} href={at("text")} aria-current={isText ? "true" : undefined} className={look}>
        {t("plain")}
      </Link>
      <a
        href={`/mailbox/${message.id}`}
        target="_blank"
        rel="noreferrer"
        className="link ms-auto px-3 py-1.5"
      >
        {t("alone")}
      </a>
    </nav>
  );
}

const Bubble = ({ text, origin }: { text: string; origin: string }) => (
  <div className="w-full max-w-[22rem] rounded-14 border border-line bg-sunken px-4 py-8">
    <p className="rounded-14 bg-surface px-4 py-3 text-16 wrap-anywhere whitespace-pre-wrap">
      <LinkedText text={text} origin={origin} />
    </p>
  </div>
);
