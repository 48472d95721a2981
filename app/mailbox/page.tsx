import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailboxScreen } from "@/components/mailbox/mailbox-screen";
import { one, type Query } from "@/components/ui/query";
import { cursorOf, readMailbox, readMailboxMessage } from "@/lib/delivery/mailbox";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("installation.mailbox");
  return { title: t("title") };
}

const PAGE_SIZE = 25;

export default async function MailboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const place = {
    to: one(query, "to"),
    before: one(query, "before"),
    message: one(query, "message"),
    view: one(query, "view"),
  };
  const mailbox = { ...installation(), env: env() };
  const found = await readMailbox(mailbox, { ...place, limit: PAGE_SIZE + 1 });
  const chosen = place.message === undefined ? null : await readMailboxMessage(mailbox, place.message);
  if (!found || (place.message !== undefined && !chosen)) notFound();
  const messages = found.slice(0, PAGE_SIZE);
  const last = messages.at(-1);
  return (
    <MailboxScreen
      messages={messages}
      open={chosen ?? messages[0] ?? null}
      next={last && found.length > PAGE_SIZE ? cursorOf(last) : null}
      place={place}
      origin={env().APP_URL}
      now={new Date()}
    />
  );
}
