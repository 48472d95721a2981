import { useTranslations } from "next-intl";
import { RoleItem } from "@/components/members/role-item";
import type { Seen } from "@/components/members/seen";
import type { Common } from "@/components/workspace/common";

/** The workspace's roles and who holds them; unassigned ones with "Assign", or, opened from a role icon, all with "Invite". */
export function RoleList(props: Common & { seen: Seen }) {
  const { roles } = props.view;
  const t = useTranslations("members");
  if (roles.length === 0) return null;
  return (
    <section aria-labelledby="panel-roles">
      <h3 id="panel-roles" className="panel-heading">
        {t("role.heading")}
      </h3>
      <ul>
        {roles.map((role) => (
          <RoleItem key={role.id} {...props} role={role} />
        ))}
      </ul>
    </section>
  );
}
