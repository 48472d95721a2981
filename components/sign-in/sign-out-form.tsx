import { useTranslations } from "next-intl";
import { Submit } from "@/components/ui/submit";
import { signOutAction } from "@/lib/actions/sign-out";

/** Ends the session of this browser. */
export function SignOutForm() {
  const t = useTranslations("installation");
  return (
    <form action={signOutAction} className="justify-self-center">
      <Submit variant="ghost" size="small">
        {t("signOut")}
      </Submit>
    </form>
  );
}
