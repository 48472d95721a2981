import { useActionState } from "react";
import { typedIn } from "@/components/ui/typed-in";

type Act<S> = (state: S | null, form: FormData) => Promise<S | null>;

/** The act, with a refusal as any form reads it where no answer comes: a fetch that fails is a TypeError (Fetch Standard, 5.6). */
const reaching =
  <S>(act: Act<S>): Act<S> =>
  async (state, form) => {
    try {
      return await act(state, form);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const failure = { ok: false, code: "unexpected", message: document.body.dataset.notReached };
      return { ...failure, answer: failure, typed: typedIn(form), duplicates: [] } as S;
    }
  };

/**
 * What an act of a form answers, how to send it, and whether it is under way. When the server cannot be reached that is
 * a refusal like any other: the page stays, and what was typed. Without script the browser sends the form.
 */
export function useAct<S>(act: Act<S>) {
  return useActionState<S | null, FormData>(typeof window === "undefined" ? act : reaching(act), null);
}
