import type { Metadata } from "next";
import { GeneralForm } from "@/components/settings/general-form";
import { answering } from "@/components/shell/answering";
import { boundAt } from "@/components/ui/bound-at";
import { saveGeneralSettingsAction } from "@/lib/actions/settings";
import { contextFor, onPage } from "@/lib/context";
import { countryOptions, getGeneralSettings } from "@/lib/domain/general-settings";
import { languageOptions } from "@/lib/domain/languages";

export const metadata: Metadata = { title: "General" };

type Props = { params: Promise<{ org: string }> };

export default answering(async function GeneralSettingsPage({ params }: Props) {
  const { org } = await params;
  const path = `/${org}/settings/general`;
  const ctx = await onPage(contextFor(org), path);
  const stored = await onPage(getGeneralSettings(ctx), path);
  const zones = [...new Set([stored.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
  return (
    <GeneralForm
      save={boundAt(saveGeneralSettingsAction, { org })}
      stored={stored}
      countries={countryOptions}
      languages={languageOptions}
      zones={zones.map((zone) => ({ code: zone, name: zone }))}
    />
  );
});
