import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" className="grid min-h-[80dvh] content-center justify-items-center gap-3 p-5 text-center">
      <h1 className="text-20 font-semibold">This page does not exist, or you cannot see it</h1>
      <p className="max-w-[44ch] text-fg-2">
        The address may be mistyped, or you may have been removed. If somebody sent it to you, ask them to
        invite you.
      </p>
      <ButtonLink href="/" className="mt-2">
        Go to your timeline
      </ButtonLink>
    </main>
  );
}
