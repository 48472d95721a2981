import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Card } from "@/components/sign-in/card";
import { CodeForm } from "@/components/sign-in/code-form";
import { CodeTroubles } from "@/components/sign-in/code-troubles";
import { MailboxNote } from "@/components/sign-in/mailbox-note";
import { ResendForm } from "@/components/sign-in/resend-form";
import { FocusedSummary } from "@/components/ui/focused-summary";
import { currentVisitor } from "@/lib/auth/visitor";
import { browserWords } from "@/lib/browser-words";
import { languageOf } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import { configuredWays, isMailboxOpen } from "@/lib/delivery/channels";
import { displayAddress } from "@/lib/domain/address";
import { listCodeTroubles } from "@/lib/domain/delivery-health";
import { getPendingCode } from "@/lib/domain/sign-in";
import { env } from "@/lib/env";
import { sayIn } from "@/lib/words/say";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await browserWords()).pages.digits.title,
});

export default async function CodePage() {
  const { browserHash } = await currentVisitor();
  const ctx = await userContext();
  const pending = await getPendingCode(ctx, browserHash);
  if (!pending) redirect("/sign-in");
  const words = await browserWords();
  const say = sayIn(languageOf(words));
  const { digits, shared, signIn } = words.pages;
  const troubles = await listCodeTroubles(ctx, { ways: configuredWays(env()) });
  const [before, after] = signIn.onItsWay.split("⟦address⟧");
  return (
    <Card title={digits.title} foot={isMailboxOpen(env()) && <MailboxNote signIn={signIn} />}>
      {pending.spent ? (
        <FocusedSummary message={say(pending.spent)} />
      ) : (
        <p className="text-fg-2">
          {before}
          <strong className="font-medium text-fg wrap-anywhere">{displayAddress(pending.address)}</strong>
          {after}
        </p>
      )}
      <CodeTroubles sentences={troubles.map(say)} />
      {!pending.spent && <CodeForm digits={digits} signIn={signIn} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ResendForm age={pending.age} isSpent={pending.spent !== null} signIn={signIn} />
        <Link href="/sign-in" prefetch={false} className="link reach text-13">
          {shared.another}
        </Link>
      </div>
    </Card>
  );
}
