"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { useAct } from "@/components/ui/use-act";
import type { SaidResend } from "@/lib/actions/outcomes";
import type { FormState } from "@/lib/actions/run";
import type { Said } from "@/lib/actions/told";

type Bound<T> = (state: FormState<T>, form: FormData) => Promise<FormState<T>>;

/** What can be done about an invitation, bound to its workspace on the server. */
type Actions = {
  resend: Bound<Said & { sentTo: string }>;
  copy: Bound<Said & { link: string; linkKey: string }>;
  replace: Bound<Said>;
  change: Bound<Said>;
  cancel: Bound<Said>;
  stop: Bound<Said>;
  resume: Bound<Said>;
  resendAll: Bound<SaidResend>;
};

const ActionsContext = createContext<Actions | null>(null);

/** Hands the actions to all rows of the panel, so that they travel to the browser once. */
export function InvitationActions({ children, ...actions }: Actions & { children: ReactNode }) {
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

export type Answer = { text: string; isError: boolean };

const answer = (state: FormState<Said>): Answer | null =>
  state && { text: state.ok ? state.data.said : state.message, isError: !state.ok };

/** What is wrong with the address says more than that something is. */
const inWords = <T,>(state: FormState<T>): FormState<T> =>
  state?.ok === false ? { ...state, message: state.fields?.address ?? state.message } : state;

export type InvitationForms = ReturnType<typeof useInvitationForms>;

export function useInvitationActions(): Actions {
  const bound = use(ActionsContext);
  if (!bound) throw new Error("A row stands outside InvitationActions.");
  return bound;
}

/** The forms of one invitation and the newest answer any of them got; a link is shown while it is the one of the key. */
export function useInvitationForms(linkKey: string | null) {
  const bound = useInvitationActions();
  const [resent, resend] = useAct(bound.resend);
  const [answered, copy] = useAct(bound.copy);
  const copied = answered?.ok && answered.data.linkKey !== linkKey ? null : answered;
  const [replaced, replace] = useAct(bound.replace);
  const [changed, change] = useAct(bound.change);
  const [cancelled, cancel] = useAct(bound.cancel);
  const [stopped, stop] = useAct(bound.stop);
  const [resumed, resume] = useAct(bound.resume);
  const states = [resent, copied, replaced, changed, cancelled, stopped, resumed];
  const answers = [resent, copied, replaced, inWords(changed), cancelled, stopped, resumed].map(answer);
  return {
    forms: { resend, copy, replace, change, cancel, stop, resume },
    latest: answers[useNewest(states)] ?? null,
    link: copied?.ok ? copied.data.link : null,
    changed,
    replaced,
  };
}

/** The place of the answer that came last of several; -1 while none has. */
function useNewest(states: unknown[]): number {
  const [seen, setSeen] = useState(states);
  const [newest, setNewest] = useState(states.findIndex(Boolean));
  const fresh = states.findIndex((state, index) => state && state !== seen[index]);
  if (fresh >= 0) {
    setSeen(states);
    setNewest(fresh);
  }
  return fresh >= 0 ? fresh : newest;
}
