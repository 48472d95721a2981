import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeliveryScreen } from "@/components/delivery/delivery-screen";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { boundAt } from "@/components/ui/bound-at";
import { one, type Query } from "@/components/ui/query";
import { liftSuppressionsAction, sendTestMessageAction } from "@/lib/actions/delivery";
import { contextFor, onPage } from "@/lib/context";
import { configuredWays } from "@/lib/delivery/channels";
import { listTroubles, listWays } from "@/lib/domain/delivery-health";
import { versionOf, watchOutbox } from "@/lib/domain/live";
import { can } from "@/lib/domain/permissions";
import { listSuppressions } from "@/lib/domain/suppressions";
import { listTestMessages } from "@/lib/domain/test-message";
import { getUntakenSince } from "@/lib/domain/untaken";
import { env } from "@/lib/env";
import { clockOf } from "@/lib/words/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tab.delivery") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function DeliveryPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const seen = { find: one(query, "find"), after: one(query, "after") };
  const path = `/${org}/settings/delivery`;
  const ctx = await onPage(contextFor(org), path);
  const version = can("outbox:view", ctx.actor) ? await versionOf(ctx, watchOutbox(ctx)) : null;
  const ways = configuredWays(env());
  const [views, troubles, untakenSince, tests, { rows, next }] = await onPage(
    Promise.all([
      listWays(ctx, { ways }),
      listTroubles(ctx, { ways }),
      getUntakenSince(ctx),
      listTestMessages(ctx),
      listSuppressions(ctx, seen),
    ]),
    path,
  );
  return (
    <>
      {version !== null && <LiveMark stream={`/${org}/outbox/live`} version={version} />}
      <DeliveryScreen
        path={path}
        ways={views}
        troubles={troubles}
        untakenSince={untakenSince}
        tests={tests}
        rows={rows}
        next={next}
        seen={seen}
        acts={{
          test: boundAt(sendTestMessageAction, { org }),
          lift: boundAt(liftSuppressionsAction, { org }),
        }}
        clock={clockOf(ctx)}
      />
    </>
  );
});
