import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticesForm } from "@/components/settings/notices-form";
import { answering } from "@/components/shell/answering";
import { boundAt } from "@/components/ui/bound-at";
import { Words } from "@/components/ui/words";
import { chooseNoticesAction } from "@/lib/actions/settings";
import { contextFor, onPage } from "@/lib/context";
import { getNotices } from "@/lib/domain/notices";
import { timeZonesWith } from "@/lib/domain/time-zones";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tab.notices") };
}

type Props = { params: Promise<{ org: string }> };

export default answering(async function NoticesPage({ params }: Props) {
  const { org } = await params;
  const path = `/${org}/settings/notices`;
  const ctx = await onPage(contextFor(org), path);
  const { joined, timeZone } = await onPage(getNotices(ctx), path);
  return (
    <Words of={["settings"]}>
      <NoticesForm
        save={boundAt(chooseNoticesAction, { org })}
        stored={{ joined, timeZone: timeZone ?? "" }}
        zones={timeZonesWith(timeZone)}
        ownZone={ctx.org.timeZone}
      />
    </Words>
  );
});
