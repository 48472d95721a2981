import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AddressForm } from "@/components/sign-in/address-form";
import { Card } from "@/components/sign-in/card";
import { CodeTroubles } from "@/components/sign-in/code-troubles";
import { MailboxNote } from "@/components/sign-in/mailbox-note";
import { ProviderForm } from "@/components/sign-in/provider-form";
import { providerWords } from "@/components/sign-in/provider-words";
import { ErrorSummary } from "@/components/ui/error-summary";
import { configuredProviders } from "@/lib/auth/providers";
import { userContext } from "@/lib/context";
import { configuredWays, isMailboxOpen } from "@/lib/delivery/channels";
import { listCodeTroubles } from "@/lib/domain/delivery-health";
import { safePath } from "@/lib/domain/safe-path";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<"next" | "error", string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = typeof asked.next === "string" ? safePath(asked.next) : null;
  const ctx = await userContext();
  if (ctx.userId) redirect(next ?? "/");
  return (
    <Card title="Sign in" foot={isMailboxOpen(env()) && <MailboxNote />}>
      <ErrorSummary message={providerWords(asked.error?.toString())} />
      <CodeTroubles sentences={await listCodeTroubles(ctx, { ways: configuredWays(env()) })} />
      <AddressForm next={next} />
      {configuredProviders().map(({ id, name }) => (
        <ProviderForm key={id} id={id} name={name} next={next} />
      ))}
    </Card>
  );
}
