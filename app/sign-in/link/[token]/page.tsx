import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/components/sign-in/card";
import { LinkForm } from "@/components/sign-in/link-form";
import { browserWords } from "@/lib/browser-words";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await browserWords()).pages.signIn.title,
});

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ token: string }> };

export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  const {
    pages: { signIn },
  } = await browserWords();
  return (
    <Card title={signIn.toFoyer}>
      <p className="text-fg-2">{signIn.press}</p>
      <LinkForm token={token} signIn={signIn} />
      <Link href="/sign-in" prefetch={false} className="link reach justify-self-start text-13">
        {signIn.newCode}
      </Link>
    </Card>
  );
}
