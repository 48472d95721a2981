import { LeftOut } from "@/components/ui/left-out";
import type { SaidResend } from "@/lib/actions/outcomes";
import type { FormState } from "@/lib/actions/run";

/** "4 sent, 1 skipped.", and who was skipped and why. Always in the page, so that it is announced. */
export function ResendWords({ state }: { state: FormState<SaidResend> }) {
  if (!state?.ok)
    return (
      <p role="status" className={state ? "error" : "sr-only"}>
        {state?.message}
      </p>
    );
  const { said, show, skipped } = state.data;
  return (
    <div role="status" className="text-13 text-fg-2">
      <p>{said}</p>
      <LeftOut words={show} list={skipped} />
    </div>
  );
}
