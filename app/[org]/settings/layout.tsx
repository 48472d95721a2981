import type { ReactNode } from "react";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { contextFor } from "@/lib/context";
import { DomainError } from "@/lib/domain/errors";
import { settingsTabs } from "@/lib/domain/settings";

type Props = { params: Promise<{ org: string }>; children: ReactNode };

/** Who sees no settings gets no frame: the page itself sends them where they belong. */
async function tabsFor(org: string) {
  try {
    return settingsTabs(await contextFor(org));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

export default async function SettingsLayout({ params, children }: Props) {
  const { org } = await params;
  const tabs = await tabsFor(org);
  return tabs ? (
    <SettingsFrame org={org} tabs={tabs}>
      {children}
    </SettingsFrame>
  ) : (
    children
  );
}
