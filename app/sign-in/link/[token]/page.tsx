import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/components/sign-in/card";
import { LinkForm } from "@/components/sign-in/link-form";

export const metadata: Metadata = { title: "Sign in" };

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ token: string }> };

export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  return (
    <Card title="Sign in to Foyer">
      <p className="text-fg-2">Press the button to sign in, in the browser where you asked for this link.</p>
      <LinkForm token={token} />
      <Link href="/sign-in" prefetch={false} className="link justify-self-start text-13">
        Ask for a new code
      </Link>
    </Card>
  );
}
