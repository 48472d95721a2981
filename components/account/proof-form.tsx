import { useTranslations } from "next-intl";
import { AskForm, CodeForm } from "@/components/account/code-forms";
import { FocusedSummary } from "@/components/ui/focused-summary";
import type { PendingAddress } from "@/lib/domain/account";

/** The code that was sent to the new address; another one, or another address, if it does not come or is spent. */
export function ProofForm({ org, pending: { address, spent } }: { org: string; pending: PendingAddress }) {
  const t = useTranslations("account");
  return (
    <>
      {spent ? (
        <FocusedSummary message={spent} />
      ) : (
        <>
          <p className="text-fg-2">
            {t.rich("proof.onItsWay", {
              address,
              b: (shown) => <bdi className="font-medium text-fg wrap-anywhere">{shown}</bdi>,
            })}
          </p>
          <CodeForm org={org} words={t("proof.add")} />
        </>
      )}
      <AskForm org={org} address={address} isAgain>
        <a href={`/${org}/account?add=1`} className="link reach text-13">
          {t("proof.other")}
        </a>
      </AskForm>
    </>
  );
}
