import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { removeGroupAction } from "@/lib/actions/members";

type Props = { at: { org: string; workspace: string }; groupId: string; name: string; back: string };

/** Takes a group out of the workspace, after saying what that means. */
export function RemoveGroup({ at, groupId, name, back }: Props) {
  const t = useTranslations("members");
  return (
    <ActionForm action={removeGroupAction.bind(null, at)} className="person-remove">
      <input type="hidden" name="group" value={groupId} />
      <p>{t.rich("group.removing", { name, b: bdi })}</p>
      <p className="flex flex-wrap gap-2">
        <Submit variant="danger">{t("removeFromWorkspace")}</Submit>
        <ButtonLink href={back} data-still>
          {t("keep")}
        </ButtonLink>
      </p>
    </ActionForm>
  );
}
