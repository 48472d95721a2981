import type { Metadata } from "next";
import { answering } from "@/components/shell/answering";
import { Card } from "@/components/sign-in/card";
import { SetupForm } from "@/components/sign-in/setup-form";
import { noPage } from "@/lib/after-form";
import { userContext } from "@/lib/context";
import { isInstallationEmpty } from "@/lib/domain/setup";

export const metadata: Metadata = { title: "Set up Foyer" };

export default answering(async function SetupPage() {
  if (!(await isInstallationEmpty(await userContext()))) return noPage();
  return (
    <Card title="Set up Foyer">
      <p className="text-fg-2">This installation is empty. Name your organization and yourself to begin.</p>
      <SetupForm />
    </Card>
  );
});
