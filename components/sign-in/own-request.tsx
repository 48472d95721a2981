import { useLocale } from "next-intl";
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
  const { orgId, request, organizationName, workspaceName, askedAt } = asked;
  return (
    <ActionForm action={withdrawRequestAction} className="grid gap-3 rounded-8 border border-line p-3">
      <div>
        <p className="font-medium wrap-anywhere">{workspaceName ?? organizationName}</p>
        <p className="text-13 text-fg-2 wrap-anywhere">
          {workspaceName && `At ${organizationName}. `}You asked to join{" "}
          <Moment at={askedAt} clock={{ now, timeZone: "UTC", language }} />. You will get a message when
          somebody has answered.
        </p>
      </div>
      <input type="hidden" name="organization" value={orgId} />
      <input type="hidden" name="request" value={request} />
      <Submit>Withdraw request</Submit>
    </ActionForm>
  );
}
