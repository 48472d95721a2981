"use client";

import { useActionState } from "react";
import type { GroupAt } from "@/components/groups/group-screen";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Find } from "@/components/ui/find";
import { Submit } from "@/components/ui/submit";
import { addToGroupAction } from "@/lib/actions/groups";
import type { FormState } from "@/lib/actions/run";
import type { InviteAnswer } from "@/lib/domain/views";

/** Adds people: contacts that were searched for, or new addresses, one a line. */
export function AddPeople({ org, group, seen, path, commands }: GroupAt & { path: string }) {
  const [state, send, isBusy] = useActionState(addToGroupAction.bind(null, { org }), null);
  const isEmpty = Boolean(seen.find) && group.found.length === 0;
  return (
    <details className="group-add" open={Boolean(seen.find) || group.people === 0 || undefined}>
      <summary>Add people</summary>
      <Find action={path} label="Find a contact" value={seen.find} />
      {isEmpty && (
        <p className="text-13 text-fg-2">Nobody matches “{seen.find}” who is not in the group already.</p>
      )}
      {group.found.length > 0 && (
        <ul className="group-list">
          {group.found.map(({ id, name, address, company }, at) => (
            <li key={id} className="person">
              <div className="person-words">
                <p className="person-name">
                  <bdi>{name}</bdi>
                </p>
                <p className="person-facts">
                  {[company, address !== name && address].filter(Boolean).join(" · ")}
                </p>
              </div>
              <form action={send}>
                <Hidden group={group.id} command={commands[at + 1]} />
                <input type="hidden" name="people" value={JSON.stringify([{ contact: id }])} />
                <Submit size="small" aria-label={`Add ${name}`}>
                  Add
                </Submit>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form action={send} className="grid gap-2">
        <Hidden group={group.id} command={commands[0]} />
        <Field
          id="people"
          label="New addresses"
          hint="Emails or phone numbers, with names if you like: Ann <ann@x.com>"
        >
          <textarea id="people" name="people" rows={3} className="input" aria-describedby="people-hint" />
        </Field>
        <label className="flex items-center gap-2">
          <input type="checkbox" name="isQuiet" value="on" />
          Add quietly: nobody gets a message
        </label>
        <p className="flex gap-2">
          <Button type="submit" variant="primary" isBusy={isBusy}>
            Add to group
          </Button>
          {seen.find && (
            <ButtonLink href={path} variant="ghost">
              Clear search
            </ButtonLink>
          )}
        </p>
      </form>
      <Outcomes state={state} />
    </details>
  );
}

/** Each form has a number of its own: sent twice, it adds nobody twice. */
function Hidden({ group, command }: { group: string; command?: string }) {
  return (
    <>
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="group" value={group} />
    </>
  );
}

const done = new Set(["added", "invited"]);

function Outcomes({ state }: { state: FormState<InviteAnswer> }) {
  if (!state?.ok)
    return (
      <p role="status" className={state ? "error" : "sr-only"}>
        {state && [state.message, state.fields?.people].filter(Boolean).join(" ")}
      </p>
    );
  const bad = state.data.outcomes.filter(({ status }) => !done.has(status));
  const good = state.data.outcomes.length - bad.length;
  return (
    <div role="status" className="text-13 text-fg-2">
      <p>
        {good} added{bad.length > 0 && `, ${bad.length} not`}.
      </p>
      <ul className="list-disc ps-5">
        {bad.map(({ input, name, reason }) => (
          <li key={input}>
            <bdi>{name}</bdi>: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
