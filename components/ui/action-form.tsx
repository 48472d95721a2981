"use client";

import { type ReactNode, useActionState } from "react";
import { StatusLine } from "@/components/ui/status-line";
import type { FormState } from "@/lib/actions/run";

type Props<T> = {
  action: (state: FormState<T>, form: FormData) => Promise<FormState<T>>;
  /** Said beside the form when it worked, unless the answer has words of its own; nothing when the page itself shows it. */
  said?: string;
  id?: string;
  className?: string;
  children: ReactNode;
};

const wordsOf = (state: FormState<unknown>) =>
  state?.ok && typeof state.data === "object" && state.data !== null && "said" in state.data
    ? String(state.data.said)
    : null;

/** A form that one action answers. A refusal stands beside it in words and keeps what was typed; works without script. */
export function ActionForm<T>({ action, said, id, className, children }: Props<T>) {
  const [state, send] = useActionState(action, null);
  const failure = state?.ok === false ? state : null;
  const reasons = failure?.code === "invalid" ? Object.values(failure.fields ?? {}) : [];
  return (
    <form id={id} action={send} onReset={(event) => failure && event.preventDefault()} className={className}>
      {children}
      <StatusLine
        text={failure ? [failure.message, ...reasons].join(" ") : state && (said ?? wordsOf(state))}
        isError={failure !== null}
      />
    </form>
  );
}
