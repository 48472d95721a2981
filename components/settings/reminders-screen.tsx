import "./settings.css";
import { useTranslations } from "next-intl";
import { reminderWords } from "@/components/settings/reminder-words";
import { RemindersForm } from "@/components/settings/reminders-form";
import { Crumbs } from "@/components/ui/crumbs";
import { Words } from "@/components/ui/words";
import type { RemindersView } from "@/lib/domain/reminders";

type Props = {
  workspace: { path: string; name: string };
  reminders: RemindersView;
  save: Parameters<typeof RemindersForm>[0]["save"];
};

/** When people who have not joined the workspace are reminded, and, for who may, a way to change it. */
export function RemindersScreen({ workspace, reminders, save }: Props) {
  const t = useTranslations("settings");
  const when = reminderWords(reminders.own ?? reminders.organization, t);
  return (
    <>
      <header className="head">
        <Crumbs trail={[workspace]} here={t("reminders.title")} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="settings">
          <h1 className="text-20 font-semibold">{t("reminders.title")}</h1>
          <p className="text-13 text-fg-2">{t("reminders.now", { when })}</p>
          {reminders.mayChange ? (
            <Words of={["settings"]}>
              <RemindersForm save={save} reminders={reminders} />
            </Words>
          ) : (
            <p className="note">{t("reminders.onlyManagers")}</p>
          )}
        </div>
      </main>
    </>
  );
}
