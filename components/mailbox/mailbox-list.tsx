import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";
import { withQuery } from "@/components/ui/query";

/** A message the mailbox holds, as its recipient would see it. Text messages have no subject. */
export type KeptMessage = {
  id: string;
  toWords: string;
  from: string;
  channel: "email" | "sms";
  subject: string | null;
  text: string;
  createdAt: Date;
  /** Of the organization that sent it. */
  timeZone: string;
};

export type MailboxPlace = { to?: string; before?: string; message?: string; view?: string };

type Props = {
  messages: KeptMessage[];
  openId: string | null;
  place: MailboxPlace;
  next: string | null;
  now: Date;
};

/** The messages, newest first, a page at a time. */
export function MailboxList({ messages, openId, place, next, now }: Props) {
  const language = useLocale();
  const t = useTranslations("installation.mailbox");
  const at = ({ id }: KeptMessage) =>
    withQuery("/mailbox", { to: place.to, before: place.before, message: id });
  return (
    <nav aria-label={t("messages")} className="grid content-start gap-3">
      <ul className="grid overflow-hidden rounded-10 border border-line bg-surface">
        {messages.map((message) => (
          <li key={message.id} className="border-line not-last:border-b">
            <Link
              prefetch={false}
              href={at(message)}
              aria-current={message.id === openId ? "true" : undefined}
              className="grid gap-0.5 px-4 py-3 hover:bg-hover md:aria-[current]:bg-accent-tint"
            >
              <span className="flex items-center gap-2 text-13 text-fg-2">
                <bdi className="min-w-0 flex-1 truncate">{message.toWords}</bdi>
                {message.channel === "sms" && (
                  <span className="-my-1">
                    <Badge>{t("sms")}</Badge>
                  </span>
                )}
                <Moment at={message.createdAt} clock={{ now, timeZone: message.timeZone, language }} />
              </span>
              <span className="truncate font-medium">{message.subject ?? message.text}</span>
            </Link>
          </li>
        ))}
      </ul>
      {(next || place.before) && (
        <p className="flex justify-between gap-4 px-1 text-13">
          {place.before && (
            <Link prefetch={false} href={withQuery("/mailbox", { to: place.to })} className="link">
              {t("newest")}
            </Link>
          )}
          {next && (
            <Link
              prefetch={false}
              href={withQuery("/mailbox", { to: place.to, before: next })}
              className="link"
            >
              {t("older")}
            </Link>
          )}
        </p>
      )}
    </nav>
  );
}
