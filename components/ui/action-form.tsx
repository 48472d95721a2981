"use client";

import { type ComponentProps, useActionState } from "react";
import { StatusLine } from "@/components/ui/status-line";
import type { FormState } from "@/lib/actions/run";

type Props<T> = {
  action: (state: FormState<T>, form: FormData) => Promise<FormState<T>>;
  /** Said beside the form when it worked; nothing when the page itself shows it. */
  said?: string;
} & Pick<ComponentProps<"form">, "id" | "className" | "children">;

/** A form that one action answers. A refusal stands beside it in words; works without script. */
export function ActionForm<T>({ action, said, children, ...rest }: Props<T>) {
  const [state, send] = useActionState(action, null);
  return (
    <form {...rest} action={send}>
      {children}
      <StatusLine text={state && (state.ok ? said : state.message)} isError={state?.ok === false} />
    </form>
  );
}
