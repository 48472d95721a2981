import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundScreen } from "@/components/shell/dead-ends";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.missing");
  return { title: t("name") };
}

export default function NotFound() {
  return <NotFoundScreen />;
}
