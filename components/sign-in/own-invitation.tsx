import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JoinForm } from "./join-form";

export type OwnOffer = {
  orgId: string;
  invitationId: string;
  organizationName: string;
  workspaceName: string | null;
  inviterName: string;
  roleName: string | null;
};

/** An open invitation to the signed-in person, with the button that accepts it. */
export function OwnInvitation({ offer }: { offer: OwnOffer }) {
  const t = useTranslations("installation");
  const { organizationName, workspaceName } = offer;
  return (
    <JoinForm
      offer={offer}
      label={workspaceName ? t("joinWorkspace") : t("join", { name: organizationName })}
    >
      <div>
        <p className="font-medium wrap-anywhere">{workspaceName ?? organizationName}</p>
        <p className="text-13 text-fg-2 wrap-anywhere">
          <Invited offer={offer} />
        </p>
      </div>
    </JoinForm>
  );
}

/** Who invited, where, and as what. */
function Invited({ offer }: { offer: OwnOffer }) {
  const t = useTranslations("installation.invited");
  const { organizationName: organization, workspaceName, inviterName: inviter, roleName: role } = offer;
  const name = (words: ReactNode) => <bdi>{words}</bdi>;
  if (workspaceName)
    return role
      ? t.rich("atRole", { name, inviter, organization, role })
      : t.rich("at", { name, inviter, organization });
  return role ? t.rich("role", { name, inviter, role }) : t.rich("alone", { name, inviter });
}
