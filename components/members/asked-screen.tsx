import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { type Clock, Moment } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { answerRequestAction } from "@/lib/actions/internal-requests";
import type { InternalRequest } from "@/lib/domain/internal-requests";

type Props = { org: string; asked: InternalRequest; command: string; clock: Clock };

/** What somebody asks the admins for, and the one button that does all of it; or who has done it already. */
export function AskedScreen({ org, asked, command, clock }: Props) {
  const t = useTranslations("members");
  const { requester, address, workspace, isMember, answered } = asked;
  const role = asked.role?.takenBy === null ? asked.role : null;
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name: t("timeline"), path: `/${org}/timeline` }]} here={t("asked.title")} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="mx-auto grid max-w-[640px] gap-4">
          <h1 className="text-20 font-semibold">{t.rich("asked.heading", { requester, b: bdi })}</h1>
          <Facts asked={asked} clock={clock} />
          {answered ? (
            <p className="note">
              {t.rich("asked.done", {
                ...{ by: answered.by, address, b: bdi },
                at: () => <Moment at={answered.at} clock={clock} />,
              })}
            </p>
          ) : (
            <Effects asked={asked} />
          )}
          <ActionForm
            action={answerRequestAction.bind(null, { org })}
            said={t("asked.invited", { address })}
            className="grid gap-2"
          >
            {!answered && (
              <>
                <input type="hidden" name="command" value={command} />
                <input type="hidden" name="workspace" value={workspace.id} />
                <input type="hidden" name="request" value={asked.id} />
                <input type="hidden" name="role" value={role?.id ?? ""} />
                <input type="hidden" name="holder" value={role?.holder ?? ""} />
                <p>
                  <Submit variant="primary">{t("asked.invite")}</Submit>
                </p>
              </>
            )}
          </ActionForm>
          {isMember && (
            <p>
              <ButtonLink href={`/${org}/w/${workspace.id}?panel=members`}>
                {t("asked.openMembers")}
              </ButtonLink>
            </p>
          )}
        </div>
      </main>
    </>
  );
}

function Facts({ asked: { address, workspace, role, at }, clock }: Pick<Props, "asked" | "clock">) {
  const t = useTranslations("members");
  const facts: [string, ReactNode][] = [
    [t("asked.whom"), address],
    [t("asked.workspace"), workspace.name],
    [t("requests.role"), role ? role.name : t("requests.noRole")],
    [t("asked.at"), <Moment key="at" at={at} clock={clock} />],
  ];
  return (
    <dl className="grid gap-1">
      {facts.map(([label, value]) => (
        <div key={label} className="flex gap-2">
          <dt className="w-24 shrink-0 text-fg-3">{label}</dt>
          <dd className="break min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What pressing the button does beyond inviting. */
function Effects({ asked: { address, workspace, role, isMember } }: { asked: InternalRequest }) {
  const t = useTranslations("members");
  return (
    <ul className="note list-disc ps-7">
      <li>{t.rich("asked.getsInvitation", { address, b: bdi })}</li>
      {role?.former && <li>{t.rich("asked.takesOver", { role: role.name, former: role.former, b: bdi })}</li>}
      {role?.takenBy && (
        <li>{t.rich("asked.wasGiven", { role: role.name, holder: role.takenBy, b: bdi })}</li>
      )}
      {role && !role.former && !role.takenBy && (
        <li>{t.rich("asked.getsRole", { role: role.name, b: bdi })}</li>
      )}
      {!isMember && <li>{t.rich("asked.becomeMember", { workspace: workspace.name, b: bdi })}</li>}
    </ul>
  );
}
