import { useTranslations } from "next-intl";
import { AssignButton } from "@/components/invitations/assign-button";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import type { Common } from "@/components/workspace/common";
import { unassignRoleAction } from "@/lib/actions/roles";
import type { RoleView } from "@/lib/domain/views";

type Props = Pick<Common, "at" | "may" | "holdSeconds"> & { role: RoleView; label: string; back: string };

/** What can be done about who holds a role, after saying what that means. */
export function ChangeHolder({ at, may, holdSeconds, role, label, back }: Props) {
  const t = useTranslations("members");
  const close = useTranslations("ui")("close");
  const { holder } = role;
  return (
    <div className="person-remove">
      {holder ? (
        <p>{t.rich("role.changing", { role: role.name, holder: holder.name, b: bdi })}</p>
      ) : (
        <p>{t("role.nobody")}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <AssignButton
          at={at}
          role={role}
          isAdmin={may.isAdmin}
          holdSeconds={holdSeconds}
          label={holder ? t("role.change") : label}
        />
        {holder && (
          <ActionForm action={unassignRoleAction.bind(null, at)}>
            <input type="hidden" name="role" value={role.id} />
            <input type="hidden" name="holder" value={holder.id} />
            <Submit>{t("role.unassign")}</Submit>
          </ActionForm>
        )}
        <ButtonLink href={back} data-still>
          {holder ? t("keep") : close}
        </ButtonLink>
      </div>
    </div>
  );
}
