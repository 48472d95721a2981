import { redirect } from "next/navigation";
import { answering } from "@/components/shell/answering";
import { contextFor, onPage } from "@/lib/context";
import { settingsTabs } from "@/lib/domain/settings";

type Props = { params: Promise<{ org: string }> };

/** The settings begin with the first part that one may see. */
export default answering(async function SettingsPage({ params }: Props) {
  const { org } = await params;
  const path = `/${org}/settings`;
  const ctx = await onPage(contextFor(org), path);
  const [first] = await onPage(Promise.resolve(ctx).then(settingsTabs), path);
  redirect(`${path}/${first}`);
});
