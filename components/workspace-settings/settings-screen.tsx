import "@/components/settings/settings.css";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { Crumbs } from "@/components/ui/crumbs";
import { SelectField } from "@/components/ui/field";
import type { Clock } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { ArchivedBanner } from "@/components/workspace/archived-banner";
import { SettingsForm } from "@/components/workspace-settings/settings-form";
import type { FormState } from "@/lib/actions/run";
import type { WorkspaceSettings } from "@/lib/domain/workspace-settings";

type Act<T> = (state: FormState<T>, form: FormData) => Promise<FormState<T>>;
type Said = Act<{ said: string }>;
type HandOver = Act<{ name: string }>;

type Props = {
  path: string;
  settings: WorkspaceSettings;
  clock: Clock;
  acts: {
    save: Parameters<typeof SettingsForm>[0]["save"];
    handOver: HandOver;
    archive: Said;
    restore: Said;
  };
};

/** Name, due date, owner, reminders, and putting the workspace away; an archived one can only be restored. */
export function WorkspaceSettingsScreen({ path, settings, clock, acts }: Props) {
  const t = useTranslations("workspace");
  const flow = useTranslations("flow");
  const { name, dueOn, archived } = settings;
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name, path }]} here={t("settings")} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="settings">
          <h1 className="text-20 font-semibold">{t("settings")}</h1>
          {archived ? (
            <ArchivedBanner archived={archived} clock={clock} restore={acts.restore} />
          ) : (
            <>
              <SettingsForm
                save={acts.save}
                stored={{ name, dueOn: dueOn ?? "" }}
                words={{ legend: t("manage.workspace"), dueDate: flow("dueDate") }}
              />
              <Owner settings={settings} handOver={acts.handOver} />
              <p className="text-13">
                {t.rich("manage.remindersLink", {
                  a: (words) => (
                    <a href={`${path}/reminders`} className="link">
                      {words}
                    </a>
                  ),
                })}
              </p>
              <Archive archive={acts.archive} />
            </>
          )}
        </div>
      </main>
    </>
  );
}

function Owner({ settings, handOver }: { settings: WorkspaceSettings; handOver: HandOver }) {
  const t = useTranslations("workspace.manage");
  const { owner, successors } = settings;
  return (
    <ActionForm key={owner.id} action={handOver} className="settings-form">
      <input type="hidden" name="from" value={owner.id} />
      <fieldset>
        <legend>{t("owner")}</legend>
        <p className="text-13">{t.rich("owns", { name: owner.name, b: bdi })}</p>
        {successors.length > 0 ? (
          <>
            <SelectField name="to" label={t("to")} defaultValue="" required hint={t("toHint")}>
              <option value="">{t("chooseMember")}</option>
              {successors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <div className="settings-save">
              <Submit>{t("handOver")}</Submit>
            </div>
          </>
        ) : (
          <p className="hint">{t("inviteFirst")}</p>
        )}
      </fieldset>
    </ActionForm>
  );
}

function Archive({ archive }: { archive: Said }) {
  const t = useTranslations("workspace");
  return (
    <ActionForm id="archive" action={archive} className="settings-form" data-gone-says={t("manage.archived")}>
      <fieldset>
        <legend>{t("archive")}</legend>
        <p className="text-13">{t("manage.archiving")}</p>
        <div className="settings-save">
          <Submit>{t("archive")}</Submit>
        </div>
      </fieldset>
    </ActionForm>
  );
}
