"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useActionState, useState } from "react";
import type { FormState } from "@/lib/actions/run";
import type { Corrected } from "@/lib/domain/change-address";
import type { ResendAnswer } from "@/lib/domain/resend-all";
import type { RoomWords } from "@/lib/words/room";

type Bound<T> = (state: FormState<T>, form: FormData) => Promise<FormState<T>>;

/** What can be done about an invitation, bound to its workspace on the server. */
type Actions = {
  resend: Bound<{ sentTo: string; resendAt: Date }>;
  copy: Bound<{ link: string }>;
  replace: Bound<{ name: string }>;
  change: Bound<Corrected>;
  cancel: Bound<{ name: string }>;
  stop: Bound<{ name: string }>;
  resume: Bound<{ name: string }>;
  resendAll: Bound<ResendAnswer>;
};

const ActionsContext = createContext<Actions | null>(null);

/** Hands the actions to all rows of the panel, so that they travel to the browser once. */
export function InvitationActions({ children, ...actions }: Actions & { children: ReactNode }) {
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

export type Answer = { text: string; isError: boolean };

const answer = <T,>(state: FormState<T>, said: (data: T) => string): Answer | null =>
  state && { text: state.ok ? said(state.data) : state.message, isError: !state.ok };

/** What is wrong with the address says more than that something is. */
const inWords = <T,>(state: FormState<T>): FormState<T> =>
  state?.ok === false ? { ...state, message: state.fields?.address ?? state.message } : state;

/** In steps of ten seconds, so that server and browser say the same. */
function resentWords(name: string, resendAt: Date, t: RoomWords<"invite">): string {
  const seconds = Math.ceil((resendAt.getTime() - Date.now()) / 10_000) * 10;
  return seconds > 0 ? t("box.resentWait", { name, seconds }) : t("box.resent", { name });
}

const correctedWords = ({ address, sent }: Corrected, t: RoomWords<"invite">): string =>
  sent > 0 ? t("box.changed", { address }) : t("box.saved");

export type InvitationForms = ReturnType<typeof useInvitationForms>;

export function useInvitationActions(): Actions {
  const bound = use(ActionsContext);
  if (!bound) throw new Error("A row stands outside InvitationActions.");
  return bound;
}

/** The forms of one invitation and the newest answer any of them got. */
export function useInvitationForms(name: string) {
  const t = useTranslations("invite");
  const bound = useInvitationActions();
  const [resent, resend] = useActionState(bound.resend, null);
  const [copied, copy] = useActionState(bound.copy, null);
  const [replaced, replace] = useActionState(bound.replace, null);
  const [changed, change] = useActionState(bound.change, null);
  const [cancelled, cancel] = useActionState(bound.cancel, null);
  const [stopped, stop] = useActionState(bound.stop, null);
  const [resumed, resume] = useActionState(bound.resume, null);
  const answers = [
    answer(resent, ({ resendAt }) => resentWords(name, resendAt, t)),
    answer(copied, () => t("box.copied", { name })),
    answer(replaced, () => t("box.replaced", { name })),
    answer(inWords(changed), (data) => correctedWords(data, t)),
    answer(cancelled, () => t("box.cancelled", { name })),
    answer(stopped, () => t("box.stopped", { name })),
    answer(resumed, () => t("box.resumed", { name })),
  ];
  return {
    forms: { resend, copy, replace, change, cancel, stop, resume },
    latest: useNewest([resent, copied, replaced, changed, cancelled, stopped, resumed], answers),
    link: copied?.ok ? copied.data.link : null,
    changed,
    replaced,
  };
}

/** Of several answers the one that came last. */
function useNewest(states: unknown[], answers: (Answer | null)[]): Answer | null {
  const [seen, setSeen] = useState(states);
  const [newest, setNewest] = useState(states.findIndex(Boolean));
  const fresh = states.findIndex((state, index) => state !== seen[index]);
  if (fresh >= 0) {
    setSeen(states);
    setNewest(fresh);
  }
  return answers[fresh >= 0 ? fresh : newest] ?? null;
}
