"use client";

import { type ReactNode, useActionState } from "react";
import { StatusLine } from "@/components/ui/status-line";
import type { FormState } from "@/lib/actions/run";

type Props<T> = {
  action: (state: FormState<T>, form: FormData) => Promise<FormState<T>>;
  /** Said beside the form when it worked, unless the answer has words of its own; nothing when the page itself shows it. */
  said?: string;
  className?: string;
  children: ReactNode;
};

const wordsOf = (data: unknown) =>
  typeof data === "object" && data !== null && "said" in data ? String(data.said) : null;

/** A form that one action answers. A refusal stands beside it in words; works without script. */
export function ActionForm<T>({ action, said, className, children }: Props<T>) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className={className}>
      {children}
      <StatusLine
        text={state && (state.ok ? (said ?? wordsOf(state.data)) : state.message)}
        isError={state?.ok === false}
      />
    </form>
  );
}
