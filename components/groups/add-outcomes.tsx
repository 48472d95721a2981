import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/actions/run";
import type { InviteAnswer, Outcome } from "@/lib/domain/views";

export type AddState = FormState<InviteAnswer & { leftOut?: string[] }>;

const done = new Set(["added", "invited"]);

/** Who was not added, each with the reason. */
export const notAdded = ({ outcomes }: InviteAnswer) => outcomes.filter(({ status }) => !done.has(status));

/** What became of people who were to be added; `isBrief` where who was not stands elsewhere already, with the reason. */
export function AddOutcomes({ state, isBrief }: { state: AddState; isBrief?: boolean }) {
  const t = useTranslations("groups");
  const invite = useTranslations("invite");
  if (!state?.ok)
    return (
      <p role="status" className={state ? "error" : "sr-only"}>
        {state && [state.message, state.fields?.people].filter(Boolean).join(" ")}
      </p>
    );
  const bad = notAdded(state.data);
  const good = state.data.outcomes.length - bad.length;
  const leftOut = new Set(state.data.leftOut);
  const unnamed = state.data.outcomes.filter(({ input, status }) => done.has(status) && leftOut.has(input));
  const invited = state.data.outcomes.filter(({ status }) => status === "invited").length;
  const unsent = state.data.outcomes.filter((outcome) => outcome.unsent);
  return (
    <div role="status" className="text-13 text-fg-2">
      <p>{t(bad.length > 0 ? "add.doneSome" : "add.done", { count: good, not: bad.length })}</p>
      {invited > 0 && <p>{t("add.invited", { count: invited })}</p>}
      {!isBrief && bad.length > 0 && <Reasons list={bad} />}
      {unnamed.length > 0 && (
        <Reasons list={unnamed.map((one) => ({ ...one, reason: invite("people.nameLeftOut") }))} />
      )}
      {unsent.length > 0 && (
        <>
          <p>{t("add.unsent")}</p>
          <Reasons list={unsent.map((one) => ({ ...one, reason: one.unsent?.reason ?? null }))} />
        </>
      )}
    </div>
  );
}

const Reasons = ({ list }: { list: Pick<Outcome, "input" | "name" | "reason">[] }) => (
  <ul className="list-disc ps-5">
    {list.map(({ input, name, reason }) => (
      <li key={input}>
        <bdi>{name}</bdi>: {reason}
      </li>
    ))}
  </ul>
);
