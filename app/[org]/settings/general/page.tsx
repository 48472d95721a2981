import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GeneralForm } from "@/components/settings/general-form";
import { answering } from "@/components/shell/answering";
import { boundAt } from "@/components/ui/bound-at";
import { Words } from "@/components/ui/words";
import { saveGeneralSettingsAction } from "@/lib/actions/settings";
import { contextFor, onPage } from "@/lib/context";
import { countriesIn, getGeneralSettings } from "@/lib/domain/general-settings";
import { languagesIn } from "@/lib/domain/languages";
import { timeZonesWith } from "@/lib/domain/time-zones";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tab.general") };
}

type Props = { params: Promise<{ org: string }> };

export default answering(async function GeneralSettingsPage({ params }: Props) {
  const { org } = await params;
  const path = `/${org}/settings/general`;
  const ctx = await onPage(contextFor(org), path);
  const stored = await onPage(getGeneralSettings(ctx), path);
  return (
    <Words of={["settings"]}>
      <GeneralForm
        save={boundAt(saveGeneralSettingsAction, { org })}
        stored={stored}
        countries={countriesIn(ctx.language)}
        languages={languagesIn(ctx.language)}
        zones={timeZonesWith(stored.timeZone).map((zone) => ({ code: zone, name: zone }))}
      />
    </Words>
  );
});
