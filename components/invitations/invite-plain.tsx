"use client";

import "./invite-plain.css";
import { useActionState, useId, useState } from "react";
import { groupKinds, peopleWords } from "@/components/people-field/chip-words";
import { boundAt } from "@/components/ui/bound-at";
import { buttonClass } from "@/components/ui/button";
import { newCommand } from "@/components/ui/new-command";
import { Submit } from "@/components/ui/submit";
import { linkPath } from "@/components/workspace/common";
import { invitePlainlyAction, type PlainInvite } from "@/lib/actions/invitations";
import type { GroupSuggestion } from "@/lib/domain/group-suggestions";
import type { Outcome, RoleView } from "@/lib/domain/views";
import { InviteOptions } from "./invite-options";
import { doneCount, doneWords } from "./invite-words";

type Props = {
  at: { org: string; workspace: string };
  roles: RoleView[];
  /** What can be added as a unit. */
  groups: GroupSuggestion[];
};

const isOpen = ({ status }: Outcome) => !/^(?:invited|added|already_member)$/.test(status);

/** What stays in the form: all of a form that was refused, of one that was answered who needs it. */
function keptOf(state: PlainInvite): { open: Outcome[]; typed: Record<string, string[]> } {
  if (!state) return { open: [], typed: {} };
  const { answer, typed } = state;
  if (!answer?.ok) return { open: [], typed };
  const open = answer.data.outcomes.filter(isOpen);
  if (open.length === 0) return { open, typed: {} };
  const inputs = open.map(({ input }) => input);
  const groups = (typed.groups ?? []).filter((id) => inputs.includes(id));
  const people = inputs.filter((input) => !groups.includes(input));
  return { open, typed: { ...typed, groups, people: [people.join("\n")] } };
}

/**
 * What the dialog holds, as a part of the page (`?panel=members&invite=1`) for people without script:
 * a text area for a list of addresses, groups to tick, and for each that was refused the reason.
 */
export function InviteForm({ at, roles, groups }: Props) {
  const [state, send] = useActionState(boundAt(invitePlainlyAction, at), null);
  const { open, typed } = keptOf(state);
  const [role, setRole] = useState(typed.role?.[0] ?? "");
  const [act, setAct] = useState({ state, command: newCommand() });
  if (act.state !== state) setAct({ state, command: newCommand() });
  const id = useId();
  return (
    <form action={send} className="invite-page" aria-labelledby={id}>
      <h2 id={id}>Invite Members</h2>
      <input type="hidden" name="command" value={act.command} suppressHydrationWarning />
      <Answer state={state?.answer ?? null} open={open} />
      <div className="field">
        <label className="label" htmlFor={`${id}-people`}>
          People
        </label>
        <textarea
          id={`${id}-people`}
          name="people"
          className="input"
          rows={5}
          aria-describedby={`${id}-hint`}
          defaultValue={typed.people?.[0]}
        />
        <p id={`${id}-hint`} className="hint">
          Email addresses or phone numbers, one a line or separated by commas
        </p>
      </div>
      <GroupChoices groups={groups} chosen={typed.groups ?? []} />
      <InviteOptions
        roles={roles}
        role={role}
        setRole={setRole}
        errors={state?.answer?.ok === false ? state.answer.fields : undefined}
        kept={{ days: typed.days?.[0], note: typed.note?.[0] }}
        isPlain
      />
      <div className="invite-page-foot">
        <a href={linkPath(at)} className="link invite-other">
          Workspace Link
        </a>
        <a href="?panel=members" className={buttonClass()}>
          Cancel
        </a>
        <Submit variant="primary">Invite</Submit>
      </div>
    </form>
  );
}

function GroupChoices({ groups, chosen }: { groups: GroupSuggestion[]; chosen: string[] }) {
  if (groups.length === 0) return null;
  return (
    <details className="invite-groups" open={chosen.length > 0 || undefined}>
      <summary>Client groups and internal teams</summary>
      <ul>
        {groups.map(({ group, name, kind, size }) => (
          <li key={group}>
            <label>
              <input type="checkbox" name="groups" value={group} defaultChecked={chosen.includes(group)} />
              <span className="break">
                <bdi>{name}</bdi>{" "}
                <span className="hint">
                  {groupKinds[kind]} · {peopleWords(size)}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Answer({ state, open }: { state: NonNullable<PlainInvite>["answer"]; open: Outcome[] }) {
  if (!state) return null;
  if (!state.ok)
    return (
      <p role="alert" className="note note-danger">
        {[state.message, state.fields?.people].filter(Boolean).join(" ")}
      </p>
    );
  return (
    <div role="status" className="note">
      {doneCount(state.data.outcomes) > 0 && <p>{doneWords(state.data.outcomes)}</p>}
      <ul>
        {open.map(({ input, name, reason }) => (
          <li key={input}>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
