import type { SaidResend } from "@/lib/actions/outcomes";
import type { FormState } from "@/lib/actions/run";

const MOST_SHOWN = 20;

/** "4 sent, 1 skipped.", and of each who was skipped why. Always in the page, so that it is announced. */
export function ResendWords({ state }: { state: FormState<SaidResend> }) {
  if (!state?.ok)
    return (
      <p role="status" className={state ? "error" : "sr-only"}>
        {state?.message}
      </p>
    );
  const { said, skipped } = state.data;
  return (
    <div role="status" className="text-13 text-fg-2">
      <p>{said}</p>
      {skipped.length > 0 && (
        <ul className="list-disc ps-5">
          {skipped.slice(0, MOST_SHOWN).map(({ name, reason }) => (
            <li key={`${name} ${reason}`}>{reason.includes(name) ? reason : `${name}: ${reason}`}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
