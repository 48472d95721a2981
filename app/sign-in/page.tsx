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
import { browserWords } from "@/lib/browser-words";
import { fillWords, languageOf } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import { configuredWays, isMailboxOpen } from "@/lib/delivery/channels";
import { listCodeTroubles } from "@/lib/domain/delivery-health";
import { safePath } from "@/lib/domain/safe-path";
import { env } from "@/lib/env";
import { sayIn } from "@/lib/words/say";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await browserWords()).pages.signIn.title,
});

type Props = { searchParams: Promise<Record<"next" | "error", string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = typeof asked.next === "string" ? safePath(asked.next) : null;
  const ctx = await userContext();
  if (ctx.userId) redirect(next ?? "/");
  const words = await browserWords();
  const { shared, signIn } = words.pages;
  const troubles = await listCodeTroubles(ctx, { ways: configuredWays(env()) });
  return (
    <Card title={signIn.title} foot={isMailboxOpen(env()) && <MailboxNote signIn={signIn} />}>
      <ErrorSummary message={providerWords(words.pages, asked.error?.toString())} />
      <CodeTroubles sentences={troubles.map(sayIn(languageOf(words)))} />
      <AddressForm next={next} shared={shared} signIn={signIn} />
      {configuredProviders().map(({ id, name }) => (
        <ProviderForm key={id} id={id} label={fillWords(signIn.continueWith, { name })} next={next} />
      ))}
    </Card>
  );
}
