import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutboxScreen } from "@/components/outbox/outbox-screen";
import { outboxPath, type Seen, seenIn } from "@/components/outbox/seen";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import type { Query } from "@/components/ui/query";
import { contextFor, onPage } from "@/lib/context";
import { isMailboxOpen } from "@/lib/delivery/channels";
import { readPreview } from "@/lib/delivery/mailbox";
import { versionOf, watchOutbox } from "@/lib/domain/live";
import { getOutboxMessage, listOutbox } from "@/lib/domain/outbox";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("outbox");
  return { title: t("title") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

async function load(org: string, seen: Seen) {
  const ctx = await contextFor(org);
  const version = await versionOf(ctx, watchOutbox(ctx));
  const [page, open] = await Promise.all([
    listOutbox(ctx, seen),
    seen.message === undefined ? null : getOutboxMessage(ctx, { message: seen.message }),
  ]);
  const preview = open && (await readPreview({ ...installation(), env: env() }, open.id));
  return { version, page, open, preview, clock: clockOf(ctx) };
}

export default answering(async function OutboxPage({ params, searchParams }: Props) {
  const { org } = await params;
  const seen = seenIn(await searchParams);
  const path = outboxPath(org, seen, { message: seen.message, view: seen.view });
  const { version, ...loaded } = await onPage(load(org, seen), path);
  return (
    <>
      <LiveMark stream={`/${org}/outbox/live`} version={version} />
      <OutboxScreen {...loaded} org={org} seen={seen} isMailbox={isMailboxOpen(env())} />
    </>
  );
});
