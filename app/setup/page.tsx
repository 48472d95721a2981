import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answering } from "@/components/shell/answering";
import { Card } from "@/components/sign-in/card";
import { SetupForm } from "@/components/sign-in/setup-form";
import { noPage } from "@/lib/after-form";
import { userContext } from "@/lib/context";
import { isInstallationEmpty } from "@/lib/domain/setup";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("installation.setUp");
  return { title: t("title") };
}

export default answering(async function SetupPage() {
  if (!(await isInstallationEmpty(await userContext()))) return noPage();
  const t = await getTranslations("installation.setUp");
  const words = {
    organization: t("organization"),
    name: t("name"),
    email: t("email"),
    emailHint: t("emailHint"),
    create: t("create"),
  };
  return (
    <Card title={t("title")}>
      <p className="text-fg-2">{t("text")}</p>
      <SetupForm words={words} />
    </Card>
  );
});
