import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { withdrawRequestAction } from "@/lib/actions/join-requests";

type Asked = {
  orgId: string;
  request: string;
  organizationName: string;
  workspaceName: string | null;
  askedAt: Date;
};

/** A request of the signed-in person that waits for an answer, with the button that takes it back. */
export function OwnRequest({ asked, now }: { asked: Asked; now: Date }) {
  const language = useLocale();
  const t = useTranslations("installation.asked");
  const { orgId, request, organizationName, workspaceName, askedAt } = asked;
  const moment = () => <Moment at={askedAt} clock={{ now, timeZone: "UTC", language }} />;
  return (
    <ActionForm action={withdrawRequestAction} className="grid gap-3 rounded-8 border border-line p-3">
      <div>
        <p className="font-medium wrap-anywhere">{workspaceName ?? organizationName}</p>
        <p className="text-13 text-fg-2 wrap-anywhere">
          {workspaceName
            ? t.rich("at", { organization: organizationName, moment })
            : t.rich("alone", { moment })}
        </p>
      </div>
      <input type="hidden" name="organization" value={orgId} />
      <input type="hidden" name="request" value={request} />
      <Submit>{t("withdraw")}</Submit>
    </ActionForm>
  );
}
