import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountScreen, doneOf } from "@/components/account/account-screen";
import { answering } from "@/components/shell/answering";
import { one, type Query } from "@/components/ui/query";
import { accountVisitor } from "@/lib/auth/visitor";
import { contextFor, onPage } from "@/lib/context";
import { getAccount, getPendingAddress } from "@/lib/domain/account";
import { ownLanguageNames } from "@/lib/domain/languages";
import { sayIn } from "@/lib/words/say";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default answering(async function AccountPage({ params, searchParams }: Props) {
  const { org } = await params;
  const query = await searchParams;
  const ctx = await onPage(contextFor(org), `/${org}/account`);
  const { browserHash } = await accountVisitor(ctx);
  const isAnew = one(query, "add") !== undefined;
  const pending = isAnew ? null : await getPendingAddress(ctx, browserHash);
  return (
    <AccountScreen
      org={org}
      account={await getAccount(ctx)}
      pending={pending && { ...pending, spent: pending.spent && sayIn(ctx.language)(pending.spent) }}
      done={doneOf(one(query, "done"))}
      languages={ownLanguageNames}
    />
  );
});
