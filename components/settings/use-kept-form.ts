"use client";

import { useAct } from "@/components/ui/use-act";
import { useRefused } from "@/components/ui/use-refused";
import type { KeptState } from "@/lib/actions/run";

type Save<T> = (state: KeptState<T>, form: FormData) => Promise<KeptState<T>>;

/** A form of settings: what is stored, or, refused, what was typed, with the reasons beside the fields and the focus there. */
export function useKeptForm<T>(save: Save<T>, stored: Record<string, string>) {
  const [state, send] = useAct(save);
  const failure = state?.ok === false ? state : null;
  const value = (name: string) => failure?.typed[name]?.[0] ?? stored[name] ?? "";
  return {
    send,
    /** Of the element around what stands above the form. */
    refused: useRefused(failure),
    value,
    /** Changes with what the fields are to begin with. */
    key: JSON.stringify(failure?.typed ?? stored),
    message: failure?.message,
    errors: failure?.fields ?? {},
    isSaved: state?.ok === true,
    saved: state?.ok ? state.data : null,
  };
}
