"use client";

import { useEffect, useState } from "react";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { resendCodeAction } from "@/lib/actions/sign-in";
import type { Catalogue } from "@/lib/catalogue";

const PAUSE_SECONDS = 30;

type Props = {
  /** Seconds since the code was asked for. */
  age: number;
  /** The code that was sent does not work any more. */
  isSpent: boolean;
} & Pick<Catalogue["pages"], "signIn">;

/** "Send again", after a pause that is counted down. */
export function ResendForm({ age, isSpent, signIn }: Props) {
  const [state, action] = useAct(resendCodeAction);
  const left = useCountdown(PAUSE_SECONDS - age);
  const resent = isSpent ? null : signIn.resent;
  const said = state && (state.ok ? resent : state.message);
  return (
    <form action={action} className="grid justify-items-start gap-2">
      <Submit
        size="small"
        disabled={left > 0}
        className={left > 0 ? "text-fg-3 [font-variant-numeric:tabular-nums]" : ""}
      >
        {left > 0 ? signIn.againIn.replace("⟦count⟧", String(left)) : signIn.again}
      </Submit>
      <StatusLine text={said} isError={state?.ok === false} />
    </form>
  );
}

/** Whole seconds left, from `seconds` down; begins anew with every other number. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const endsAt = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
