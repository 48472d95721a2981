import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { type Clock, Moment } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { answerRequestAction } from "@/lib/actions/internal-requests";
import type { InternalRequest } from "@/lib/domain/internal-requests";

type Props = { org: string; asked: InternalRequest; command: string; clock: Clock };

/** What somebody asks the admins for, and the one button that does all of it; or who has done it already. */
export function AskedScreen({ org, asked, command, clock }: Props) {
  const { requester, address, workspace, isMember, answered } = asked;
  const role = asked.role?.takenBy === null ? asked.role : null;
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name: "Timeline", path: `/${org}/timeline` }]} here="Request" />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="mx-auto grid max-w-[640px] gap-4">
          <h1 className="text-20 font-semibold">
            <bdi>{requester}</bdi> asks you to invite a colleague
          </h1>
          <Facts asked={asked} clock={clock} />
          {answered ? (
            <p className="note">
              <bdi>{answered.by}</bdi> has invited <bdi>{address}</bdi>{" "}
              <Moment at={answered.at} clock={clock} />. There is nothing left to do.
            </p>
          ) : (
            <Effects asked={asked} />
          )}
          <ActionForm
            action={answerRequestAction.bind(null, { org })}
            said={`${address} invited.`}
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
                  <Submit variant="primary">Invite New Internal User</Submit>
                </p>
              </>
            )}
          </ActionForm>
          {isMember && (
            <p>
              <ButtonLink href={`/${org}/w/${workspace.id}?panel=members`}>Open members</ButtonLink>
            </p>
          )}
        </div>
      </main>
    </>
  );
}

function Facts({ asked: { address, workspace, role, at }, clock }: Pick<Props, "asked" | "clock">) {
  const facts: [string, ReactNode][] = [
    ["Whom", address],
    ["Workspace", workspace.name],
    ["Role", role ? role.name : "No role"],
    ["Asked", <Moment key="at" at={at} clock={clock} />],
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
  return (
    <ul className="note list-disc ps-7">
      <li>
        <bdi>{address}</bdi> gets an invitation. Nothing was sent to them yet.
      </li>
      {role?.former && (
        <li>
          They take <bdi>{role.name}</bdi> over from <bdi>{role.former}</bdi>, who stays a member.
        </li>
      )}
      {role?.takenBy && (
        <li>
          <bdi>{role.name}</bdi> was given to <bdi>{role.takenBy}</bdi> meanwhile and stays theirs.
        </li>
      )}
      {role && !role.former && !role.takenBy && (
        <li>
          They become <bdi>{role.name}</bdi> and get its actions.
        </li>
      )}
      {!isMember && (
        <li>
          You become a member of <bdi>{workspace.name}</bdi>; its members can see that.
        </li>
      )}
    </ul>
  );
}
