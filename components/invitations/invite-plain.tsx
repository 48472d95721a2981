"use client";

import { useActionState, useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { linkPath } from "@/components/workspace/common";
import { inviteMembersAction } from "@/lib/actions/invitations";
import type { FormState } from "@/lib/actions/run";
import type { InviteAnswer, Outcome, RoleView } from "@/lib/domain/views";
import { InviteOptions } from "./invite-options";
import { newCommand } from "./invite-send";
import { doneCount, doneWords } from "./invite-words";

type Props = {
  at: { org: string; workspace: string };
  roles: RoleView[];
};

type Invite = (state: FormState<InviteAnswer>, form: FormData) => Promise<FormState<InviteAnswer>>;

const bound = new WeakMap<Props["at"], Invite>();

/** One bound action for one place: the server waits for it while it renders, and would wait for ever for new ones. */
function actionAt(at: Props["at"]): Invite {
  const action = bound.get(at) ?? inviteMembersAction.bind(null, at);
  bound.set(at, action);
  return action;
}

const isOpen = ({ status }: Outcome) => !/^(?:invited|added|already_member)$/.test(status);

/**
 * What the dialog holds, as a part of the page (`?panel=members&invite=1`) for people without script:
 * a text area for a list of addresses, and for each that was refused the reason.
 */
export function InviteForm({ at, roles }: Props) {
  const [state, send] = useActionState(actionAt(at), null);
  const [role, setRole] = useState("");
  const [command] = useState(newCommand);
  const id = useId();
  const open = state?.ok ? state.data.outcomes.filter(isOpen) : [];
  return (
    <form action={send} className="invite-page" aria-labelledby={id}>
      <h2 id={id}>Invite Members</h2>
      <input type="hidden" name="command" value={command} suppressHydrationWarning />
      <Answer state={state} open={open} />
      <div className="field">
        <label className="label" htmlFor={`${id}-people`}>
          People
        </label>
        <textarea
          id={`${id}-people`}
          name="people"
          className="input"
          rows={5}
          required
          aria-describedby={`${id}-hint`}
          defaultValue={open.map(({ input }) => input).join("\n")}
        />
        <p id={`${id}-hint`} className="hint">
          Email addresses or phone numbers, one a line or separated by commas
        </p>
      </div>
      <InviteOptions
        roles={roles}
        role={role}
        setRole={setRole}
        errors={state?.ok === false ? state.fields : undefined}
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

function Answer({ state, open }: { state: FormState<InviteAnswer>; open: Outcome[] }) {
  if (!state) return null;
  if (!state.ok) return <p className="note note-danger">{state.message}</p>;
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
