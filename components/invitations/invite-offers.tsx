import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Chip, labelOf } from "@/components/people-field/chips";
import type { People } from "@/components/people-field/use-people";
import { requestInternalAction, resendInvitationAction } from "@/lib/actions/invitations";
import type { FormState } from "@/lib/actions/run";
import type { Place } from "./invite-notice";

type Act<T> = (at: Place, state: FormState<T>, form: FormData) => Promise<FormState<T>>;

/** Runs an action on one field and tells in the People field what came of it. Answers whether it worked. */
async function tell<T>(
  people: People,
  at: Place,
  act: Act<T>,
  fields: Record<string, string>,
  done: string,
): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const answer = await act(at, null, form).catch(() => null);
  people.say(answer?.ok ? done : (answer?.message ?? people.t("offers.notSent")));
  return answer?.ok ?? false;
}

/** Asks the admins to invite a new internal user, for a role if there is one. */
export const requestInternal = (people: People, at: Place, address: string, role = ""): Promise<boolean> =>
  tell(people, at, requestInternalAction, { address, role }, people.t("offers.asked", { address }));

type Props = { chip: Chip; people: People; at: Place; mayBeClient: boolean; role?: string };

/** The ways out that a chip with a reason has: fix, resend, ask an admin, invite as a client instead. */
export function InviteOffers({ chip, people, at, mayBeClient, role }: Props) {
  const t = useTranslations("invite");
  const [isBusy, setBusy] = useState(false);
  const { change, edit } = people;
  const { status, invitationId, isColleague, problem } = chip;
  const needsAdmin = status === "not_allowed" && problem === t("people.askAdmin");

  async function act(work: () => Promise<boolean>) {
    if (isBusy) return;
    setBusy(true);
    const isDone = await work();
    setBusy(false);
    if (isDone) change({ type: "remove", id: chip.id, isQuiet: true });
  }
  const resend = () =>
    tell(
      people,
      at,
      resendInvitationAction,
      { invitation: invitationId ?? "" },
      t("offers.resent", { name: labelOf(chip) }),
    );

  return (
    <span className="invite-offers">
      {status === "already_invited" && invitationId && (
        <Offer label={t("box.resend")} isBusy={isBusy} onClick={() => act(resend)} />
      )}
      {needsAdmin && mayBeClient && !chip.person && (
        <Offer
          label={t("offers.asClient")}
          onClick={() => change({ type: "turn", id: chip.id, kind: "client" })}
        />
      )}
      {(needsAdmin || (isColleague && !problem)) && (
        <Offer
          label={t("request")}
          title={t("people.askAdminOrClient")}
          isBusy={isBusy}
          onClick={() =>
            act(() => requestInternal(people, at, chip.person?.address ?? chip.shown ?? chip.text, role))
          }
        />
      )}
      {status === "over_limit" && (
        <Offer
          label={t("offers.tryAgain")}
          onClick={() => change({ type: "turn", id: chip.id, kind: chip.kind })}
        />
      )}
      {(status === "invalid" || (!status && problem)) && (
        <Offer label={t("offers.fix")} onClick={() => edit(chip)} />
      )}
    </span>
  );
}

type OfferProps = { label: string; title?: string; isBusy?: boolean; onClick: () => void };

function Offer({ label, title, isBusy, onClick }: OfferProps) {
  return (
    <button type="button" className="link" title={title} aria-busy={isBusy} onClick={onClick}>
      {label}
    </button>
  );
}
