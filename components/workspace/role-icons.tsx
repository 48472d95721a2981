import { useTranslations } from "next-intl";
import { Avatar, EmptyAvatar } from "@/components/ui/avatar";
import type { RoleView } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

const SHOWN = 8;

function roleWords(role: RoleView, mayAssign: boolean, t: RoomWords<"workspace">): string {
  if (role.holder) return `${role.name}: ${role.holder.name}`;
  return t(mayAssign ? "roles.assign" : "roles.unassigned", { role: role.name });
}

/** One icon a role: its holder, or a dashed circle. Each opens the members panel at its role. */
export function RoleIcons({
  roles,
  panel,
  mayAssign,
}: {
  roles: RoleView[];
  panel: string;
  mayAssign: boolean;
}) {
  const t = useTranslations("workspace");
  if (roles.length === 0) return null;
  const open = roles.filter((role) => !role.holder);
  const shown =
    roles.length > SHOWN ? [...roles.filter((role) => role.holder), ...open].slice(0, SHOWN) : roles;
  const hidden = roles.find((role) => !shown.includes(role));
  return (
    <ul aria-label={t("roles.title")} className="stack head-roles">
      {shown.map((role) => (
        <li key={role.id}>
          <a
            href={`${panel}&role=${role.id}#role-${role.id}`}
            aria-label={roleWords(role, mayAssign, t)}
            title={roleWords(role, mayAssign, t)}
            data-assign={mayAssign || undefined}
            className="reach block rounded-full"
          >
            {role.holder ? <Avatar id={role.holder.id} name={role.holder.name} /> : <EmptyAvatar />}
          </a>
        </li>
      ))}
      {roles.length > SHOWN && (
        <li>
          <a
            href={`${panel}&role=${hidden?.id}`}
            data-still
            className="reach avatar avatar-count"
            aria-label={t("roles.all", { count: roles.length })}
          >
            +{roles.length - SHOWN}
          </a>
        </li>
      )}
    </ul>
  );
}
