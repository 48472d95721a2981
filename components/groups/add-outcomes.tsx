import type { FormState } from "@/lib/actions/run";
import type { InviteAnswer } from "@/lib/domain/views";

export type AddState = FormState<InviteAnswer>;

const done = new Set(["added", "invited"]);

/** Who was not added, each with the reason. */
export const notAdded = ({ outcomes }: InviteAnswer) => outcomes.filter(({ status }) => !done.has(status));

/** What became of people who were to be added; `isBrief` where each reason stands elsewhere already. */
export function AddOutcomes({ state, isBrief }: { state: AddState; isBrief?: boolean }) {
  if (!state?.ok)
    return (
      <p role="status" className={state ? "error" : "sr-only"}>
        {state && [state.message, state.fields?.people].filter(Boolean).join(" ")}
      </p>
    );
  const bad = notAdded(state.data);
  const good = state.data.outcomes.length - bad.length;
  return (
    <div role="status" className="text-13 text-fg-2">
      <p>
        {good} added{bad.length > 0 && `, ${bad.length} not`}.
      </p>
      {!isBrief && (
        <ul className="list-disc ps-5">
          {bad.map(({ input, name, reason }) => (
            <li key={input}>
              <bdi>{name}</bdi>: {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
