"use client";

import { useAct } from "@/components/ui/use-act";
import "./invite-plain.css";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { boundAt } from "@/components/ui/bound-at";
import { buttonClass } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { late } from "@/components/ui/late";
import { newCommand } from "@/components/ui/new-command";
import { Submit } from "@/components/ui/submit";
import { linkPath } from "@/components/workspace/common";
import { invitePlainlyAction, type PlainInvite } from "@/lib/actions/invitations";
import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { RoleView } from "@/lib/domain/views";
import { InviteOptions } from "./invite-options";
import { PlainAnswer } from "./plain-answer";

type Props = {
  at: { org: string; workspace: string };
  roles: RoleView[];
  /** What can be added as a unit. */
  groups: GroupSuggestion[];
};

/** What stays in the form: all of a form that was refused, of one that was answered who needs it. */
function keptOf(state: PlainInvite): Record<string, string[]> {
  if (!state) return {};
  const { typed } = state;
  if (!state.ok || state.act !== "invite") return typed;
  const open = state.data.outcomes.filter(({ status }) => !/^(?:invited|added|already_member)$/.test(status));
  if (open.length === 0) return {};
  const inputs = open.map(({ input }) => input);
  const groups = (typed.groups ?? []).filter((id) => inputs.includes(id));
  const people = inputs.filter((input) => !groups.includes(input));
  return { ...typed, groups, people: [people.join("\n")] };
}

/**
 * What the dialog holds, as a part of the page (`?panel=members&invite=1`) for people without script:
 * a text area for a list of addresses, groups to tick, and for each that was refused the reason.
 */
export const InviteForm = late(function InviteForm({ at, roles, groups }: Props) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const [state, send] = useAct(boundAt(invitePlainlyAction, at));
  const typed = keptOf(state);
  const [role, setRole] = useState(typed.role?.[0] ?? "");
  const [act, setAct] = useState({ state, command: newCommand() });
  if (act.state !== state) setAct({ state, command: newCommand() });
  const id = useId();
  return (
    <section className="invite-page">
      <h2 id={id}>{t("inviteMembers")}</h2>
      <PlainAnswer state={state} typed={typed} send={send} />
      <form action={send} className="grid gap-4" aria-labelledby={id}>
        <input type="hidden" name="command" value={act.command} suppressHydrationWarning />
        <TextAreaField
          id={`${id}-people`}
          name="people"
          label={t("people.label")}
          hint={t("addresses")}
          rows={5}
          defaultValue={typed.people?.[0]}
        />
        <GroupChoices groups={groups} chosen={typed.groups ?? []} />
        <InviteOptions
          roles={roles}
          role={role}
          setRole={setRole}
          errors={state?.ok === false ? state.fields : undefined}
          kept={{ days: typed.days?.[0], note: typed.note?.[0] }}
          isPlain
        />
        <div className="invite-page-foot">
          <a href={linkPath(at)} className="link reach invite-other">
            {t("workspaceLink")}
          </a>
          <a href="?panel=members" className={buttonClass()}>
            {ui("cancel")}
          </a>
          <Submit variant="primary">{t("invite")}</Submit>
        </div>
      </form>
    </section>
  );
});

function GroupChoices({ groups, chosen }: { groups: GroupSuggestion[]; chosen: string[] }) {
  const t = useTranslations("invite");
  if (groups.length === 0) return null;
  return (
    <details className="invite-groups" open={chosen.length > 0 || undefined}>
      <summary>{t("groups")}</summary>
      <ul>
        {groups.map(({ group, name, kind, size }) => (
          <li key={group}>
            <label>
              <input type="checkbox" name="groups" value={group} defaultChecked={chosen.includes(group)} />
              <span className="break">
                <bdi>{name}</bdi>{" "}
                <span className="hint">
                  {t(`people.groups.${kind}`)} · {t("people.count", { count: size })}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
