import "@/components/settings/settings.css";
import { ActionForm } from "@/components/ui/action-form";
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
  const { name, dueOn, archived } = settings;
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name, path }]} here="Settings" />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="settings">
          <h1 className="text-20 font-semibold">Settings</h1>
          {archived ? (
            <ArchivedBanner archived={archived} clock={clock} restore={acts.restore} />
          ) : (
            <>
              <SettingsForm save={acts.save} stored={{ name, dueOn: dueOn ?? "" }} />
              <Owner settings={settings} handOver={acts.handOver} />
              <p className="text-13">
                <a href={`${path}/reminders`} className="link">
                  Reminders
                </a>{" "}
                of people who have not joined have a page of their own.
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
  const { owner, successors } = settings;
  return (
    <ActionForm key={owner.id} action={handOver} className="settings-form">
      <input type="hidden" name="from" value={owner.id} />
      <fieldset>
        <legend>Owner</legend>
        <p className="text-13">
          <bdi>{owner.name}</bdi> owns this workspace.
        </p>
        {successors.length > 0 ? (
          <>
            <SelectField
              name="to"
              label="Hand over to"
              defaultValue=""
              required
              hint="Internal members who have joined. The owner until now stays a member."
            >
              <option value="">Choose a member</option>
              {successors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <div className="settings-save">
              <Submit>Hand over</Submit>
            </div>
          </>
        ) : (
          <p className="hint">To hand it over, first invite another internal user who joins.</p>
        )}
      </fieldset>
    </ActionForm>
  );
}

const Archive = ({ archive }: { archive: Said }) => (
  <ActionForm
    id="archive"
    action={archive}
    className="settings-form"
    data-gone-says="The workspace is archived."
  >
    <fieldset>
      <legend>Archive</legend>
      <p className="text-13">
        Everybody can still read it, nobody can change it or join it, and nobody is reminded. You can restore
        it.
      </p>
      <div className="settings-save">
        <Submit>Archive</Submit>
      </div>
    </fieldset>
  </ActionForm>
);
