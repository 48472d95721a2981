"use client";

import type { ComponentProps } from "react";
import { StatusLine } from "@/components/ui/status-line";
import { useAct } from "@/components/ui/use-act";
import { useRefused } from "@/components/ui/use-refused";
import type { FormState } from "@/lib/actions/run";

type Props<T> = {
  action: (state: FormState<T>, form: FormData) => Promise<FormState<T>>;
  /** Said beside the form when it worked, unless the answer has words of its own; nothing when the page itself shows it. */
  said?: string;
  /** Announced once the form has gone with what it did; see the shell's `sayWhatWent`. */
  "data-gone-says"?: string;
} & Pick<ComponentProps<"form">, "id" | "className" | "children">;

function wordsOf(state: FormState<unknown>, said?: string): string | undefined {
  if (state?.ok) return said ?? (state.data as { said?: string } | null)?.said;
  const reasons = state?.code === "invalid" ? Object.values(state.fields ?? {}) : [];
  return state?.message && [state.message, ...reasons].join(" ");
}

/** A form that one action answers. A refusal stands beside it in words, the one field that is wrong gets the focus; works without script. */
export function ActionForm<T>({ action, said, children, ...rest }: Props<T>) {
  const [state, send] = useAct(action);
  const refusal = state?.ok === false ? state : null;
  return (
    <form {...rest} ref={useRefused<HTMLFormElement>(refusal)} action={send}>
      {children}
      <StatusLine text={wordsOf(state, said)} isError={refusal !== null} />
    </form>
  );
}
