import { useTranslations } from "next-intl";
import { AddressForm } from "@/components/account/address-form";
import { ConfirmAddress } from "@/components/account/confirm-address";
import { LanguageForm } from "@/components/account/language-form";
import { NameForm } from "@/components/account/name-form";
import { ProofForm } from "@/components/account/proof-form";
import { StatusLine } from "@/components/ui/status-line";
import { Words } from "@/components/ui/words";
import type { Account, PendingAddress } from "@/lib/domain/account";

const dones = ["added", "confirmed"] as const;
type Done = (typeof dones)[number];

/** What the address of the page says has been done. */
export const doneOf = (text: string | undefined): Done | null => dones.find((one) => one === text) ?? null;

type Props = {
  org: string;
  account: Account;
  /** The address a code was sent to from this browser. */
  pending: PendingAddress | null;
  /** What has just become of an address. */
  done: Done | null;
  languages: { code: string; name: string }[];
};

/** Who one is here and what one is called, which addresses open one's account, and a way to add another. */
export function AccountScreen({ org, account, pending, done, languages }: Props) {
  const t = useTranslations("account");
  return (
    <Words of={["account"]}>
      <header className="head">
        <div className="crumbs">
          <span aria-current="page">{t("title")}</span>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="grid max-w-[30rem] gap-5">
          <h1 className="text-20 font-semibold wrap-anywhere">
            <bdi>{account.name}</bdi>
          </h1>
          <NameForm org={org} name={account.isNamed ? account.name : ""} />
          <section aria-labelledby="addresses" className="grid gap-2">
            <h2 id="addresses" className="group-heading">
              {t("addresses")}
            </h2>
            <ul className="grid gap-2">
              {account.addresses.map((address) => (
                <li key={address} className="rounded-8 border border-line px-3 py-2 wrap-anywhere">
                  <bdi>{address}</bdi>
                </li>
              ))}
            </ul>
            <StatusLine text={done && t(done)} />
          </section>
          {account.unproven ? (
            <ConfirmAddress org={org} address={account.unproven} pending={pending} />
          ) : (
            <section aria-labelledby="another" className="grid gap-3">
              <h2 id="another" className="group-heading">
                {t(pending ? "enterCode" : "another")}
              </h2>
              {pending ? (
                <ProofForm org={org} pending={pending} />
              ) : (
                <AddressForm org={org} label={t(`label.${missingKind(account)}`)} />
              )}
            </section>
          )}
          <section aria-labelledby="own-language" className="grid gap-3">
            <h2 id="own-language" className="group-heading">
              {t("language.title")}
            </h2>
            <LanguageForm org={org} chosen={account.language ?? ""} languages={languages} />
          </section>
        </div>
      </main>
    </Words>
  );
}

/** What one may add: first of all the kind of address that one has none of. */
function missingKind({ hasEmail, hasPhone }: Account) {
  if (!hasEmail) return "email";
  return hasPhone ? "either" : "phone";
}
