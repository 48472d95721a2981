import "./settings.css";
import { reminderWords } from "@/components/settings/reminder-words";
import { RemindersForm } from "@/components/settings/reminders-form";
import { Crumbs } from "@/components/ui/crumbs";
import type { RemindersView } from "@/lib/domain/reminders";

type Props = {
  workspace: { path: string; name: string };
  reminders: RemindersView;
  save: Parameters<typeof RemindersForm>[0]["save"];
};

/** When people who have not joined the workspace are reminded, and, for who may, a way to change it. */
export function RemindersScreen({ workspace, reminders, save }: Props) {
  return (
    <>
      <header className="head">
        <Crumbs trail={[workspace]} here="Reminders" />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="settings">
          <h1 className="text-20 font-semibold">Reminders</h1>
          <p className="text-13 text-fg-2">
            Reminders: {reminderWords(reminders.own ?? reminders.organization)}. They repeat the invitation
            with the same link, from Monday to Friday by day where the person is, until the person joins,
            declines or cannot be reached.
          </p>
          {reminders.mayChange ? (
            <RemindersForm save={save} reminders={reminders} />
          ) : (
            <p className="note">Only the owner of the workspace or an admin can change its reminders.</p>
          )}
        </div>
      </main>
    </>
  );
}
