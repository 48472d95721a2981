import { useTranslations } from "next-intl";
import { AskForm, CodeForm } from "@/components/account/code-forms";
import { FocusedSummary } from "@/components/ui/focused-summary";
import type { PendingAddress } from "@/lib/domain/account";

type Props = {
  org: string;
  address: string;
  /** A code was sent to it from this browser. */
  pending: PendingAddress | null;
};

/** For who joined by a link that somebody handed over: what it means that their address is unproven, and how to prove it. */
export function ConfirmAddress({ org, address, pending }: Props) {
  const t = useTranslations("account");
  return (
    <section aria-labelledby="confirm" className="grid gap-3">
      <h2 id="confirm" className="group-heading">
        {t("confirm.heading")}
      </h2>
      <p className="text-fg-2">
        {t.rich("confirm.why", {
          address,
          b: (words) => <bdi className="font-medium text-fg wrap-anywhere">{words}</bdi>,
        })}
      </p>
      {pending?.spent ? (
        <FocusedSummary message={pending.spent} />
      ) : (
        pending && <CodeForm org={org} words={t("confirm.confirm")} />
      )}
      <AskForm org={org} address={address} isAgain={pending !== null} />
    </section>
  );
}
