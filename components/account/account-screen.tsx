import { AddressForm } from "@/components/account/address-form";
import { ConfirmAddress } from "@/components/account/confirm-address";
import { ProofForm } from "@/components/account/proof-form";
import { StatusLine } from "@/components/ui/status-line";
import type { Account } from "@/lib/domain/account";

type Props = {
  org: string;
  account: Account;
  /** The address a code was sent to from this browser. */
  pending: string | null;
  wasAdded: boolean;
};

/** Who one is here, which addresses open one's account, and a way to add another. */
export function AccountScreen({ org, account, pending, wasAdded }: Props) {
  return (
    <>
      <header className="head">
        <div className="crumbs">
          <span aria-current="page">Your account</span>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="grid max-w-[30rem] gap-5">
          <h1 className="text-20 font-semibold wrap-anywhere">
            <bdi>{account.name}</bdi>
          </h1>
          <section aria-labelledby="addresses" className="grid gap-2">
            <h2 id="addresses" className="group-heading">
              Addresses you sign in with
            </h2>
            <ul className="grid gap-2">
              {account.addresses.map((address) => (
                <li key={address} className="rounded-8 border border-line px-3 py-2 wrap-anywhere">
                  <bdi>{address}</bdi>
                </li>
              ))}
            </ul>
            <StatusLine text={wasAdded ? "Added. You can sign in with it from now on." : null} />
          </section>
          {account.unproven ? (
            <ConfirmAddress org={org} address={account.unproven} isAsked={pending !== null} />
          ) : (
            <section aria-labelledby="another" className="grid gap-3">
              <h2 id="another" className="group-heading">
                {pending ? "Enter your code" : "Add another address"}
              </h2>
              {pending ? (
                <ProofForm org={org} address={pending} />
              ) : (
                <AddressForm org={org} label={labelOf(account)} />
              )}
            </section>
          )}
        </div>
      </main>
    </>
  );
}

const labelOf = ({ hasEmail, hasPhone }: Account) => {
  if (!hasEmail) return "Email";
  return hasPhone ? "Email or phone number" : "Phone number";
};
