import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

function DeadEnd({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      className="col-span-full grid min-h-[80dvh] content-center justify-items-center gap-3 p-5 text-center"
    >
      <h1 className="text-20 font-semibold">{title}</h1>
      {children}
    </main>
  );
}

/** The one page for what is not there and what one may not see. */
export function NotFoundScreen() {
  return (
    <DeadEnd title="This page does not exist, or you cannot see it">
      <p className="max-w-[44ch] text-fg-2">
        The address may be mistyped, or you may have been removed. If somebody sent it to you, ask them to
        invite you.
      </p>
      <ButtonLink href="/" className="mt-2">
        Go to your timeline
      </ButtonLink>
    </DeadEnd>
  );
}

/** The answer to a form that was sent without script after the session had ended: reloading sends it once more. */
export function SignedOutScreen() {
  return (
    <DeadEnd title="You have been signed out">
      <p className="max-w-[52ch] text-fg-2">
        Sign in again; nothing you typed is lost. Nothing was changed yet: when you have signed in, come back
        to this tab and reload it, and your browser sends what you typed once more.
      </p>
      <ButtonLink href="/sign-in" target="_blank" variant="primary" className="mt-2">
        Sign in in a new tab
      </ButtonLink>
    </DeadEnd>
  );
}
