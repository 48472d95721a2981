import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Card } from "@/components/sign-in/card";
import { CodeForm } from "@/components/sign-in/code-form";
import { CodeTroubles } from "@/components/sign-in/code-troubles";
import { MailboxNote } from "@/components/sign-in/mailbox-note";
import { ResendForm } from "@/components/sign-in/resend-form";
import { currentVisitor } from "@/lib/auth/visitor";
import { userContext } from "@/lib/context";
import { configuredWays, isMailboxOpen } from "@/lib/delivery/channels";
import { displayAddress } from "@/lib/domain/address";
import { listCodeTroubles } from "@/lib/domain/delivery-health";
import { getPendingCode } from "@/lib/domain/sign-in";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Enter your code" };

export default async function CodePage() {
  const { browserHash } = await currentVisitor();
  const ctx = await userContext();
  const pending = await getPendingCode(ctx, browserHash);
  if (!pending) redirect("/sign-in");
  return (
    <Card title="Enter your code" foot={isMailboxOpen(env()) && <MailboxNote />}>
      <p className="text-fg-2">
        If <strong className="font-medium text-fg wrap-anywhere">{displayAddress(pending.address)}</strong>{" "}
        can sign in here, a code is on its way. It works for 10 minutes, in this browser.
      </p>
      <CodeTroubles sentences={await listCodeTroubles(ctx, { ways: configuredWays(env()) })} />
      <CodeForm />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ResendForm age={pending.age} />
        <Link href="/sign-in" prefetch={false} className="link text-13">
          Use another address
        </Link>
      </div>
    </Card>
  );
}
