import { Submit } from "@/components/ui/submit";
import { signOutAction } from "@/lib/actions/sign-out";

/** Ends the session of this browser. */
export function SignOutForm() {
  return (
    <form action={signOutAction} className="justify-self-center">
      <Submit variant="ghost" size="small">
        Sign out
      </Submit>
    </form>
  );
}
