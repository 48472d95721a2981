import { useActionState } from "react";
import type { Refused } from "@/lib/actions/run";
import { typedIn } from "@/lib/actions/typed-in";

type Act<S> = (state: S | Refused | null, form: FormData) => Promise<S | Refused | null>;

/** The act, refused where no answer comes: that is when fetch throws a TypeError. */
const reaching =
  <S>(act: Act<S>): Act<S> =>
  async (state, form) => {
    try {
      return await act(state, form);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const message = document.body.dataset.notReached ?? "";
      return { ok: false, code: "unexpected", message, typed: typedIn(form) };
    }
  };

/**
 * What an act of a form answers, how to send it, and whether it is under way. When the server cannot be reached that is
 * a refusal like any other: the page stays, and what was typed. Without script the browser sends the form.
 */
export function useAct<S>(act: Act<S>) {
  return useActionState<S | Refused | null, FormData>(
    typeof window === "undefined" ? act : reaching(act),
    null,
  );
}
