import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import { removeMemberAction } from "@/lib/actions/members";
import type { RoleView } from "@/lib/domain/views";

type Props = {
  at: { org: string; workspace: string };
  contactId: string;
  name: string;
  /** What they hold, and would no longer. */
  roles: RoleView[];
  back: string;
};

/** Takes somebody out of the workspace, after saying what that means. */
export function RemoveMember({ at, contactId, name, roles, back }: Props) {
  const t = useTranslations("members");
  return (
    <ActionForm action={removeMemberAction.bind(null, at)} className="person-remove">
      <input type="hidden" name="contact" value={contactId} />
      <p>{t.rich("member.removing", { name, b: bdi })}</p>
      {roles.map(({ id, name: role, openActions: { length: count } }) => (
        <p key={id}>
          {t.rich(count > 0 ? "member.freedWithActions" : "member.freed", { role, count, b: bdi })}{" "}
          <a
            href={withQuery(`/${at.org}/w/${at.workspace}`, { panel: "members", held: id })}
            data-still
            className="link"
          >
            {t.rich("member.handOver", { role, b: bdi })}
          </a>
        </p>
      ))}
      <p className="flex flex-wrap gap-2">
        <Submit variant="danger">{t("removeFromWorkspace")}</Submit>
        <ButtonLink href={back} data-still>
          {t("keep")}
        </ButtonLink>
      </p>
    </ActionForm>
  );
}
