import { useTranslations } from "next-intl";
import { AssignButton } from "@/components/invitations/assign-button";
import { AssignPlain } from "@/components/invitations/assign-plain";
import { ChangeHolder } from "@/components/members/change-holder";
import { listOf, type Seen } from "@/components/members/seen";
import { Avatar, EmptyAvatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import type { Common } from "@/components/workspace/common";
import type { RoleView } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

function holderWords({ holder, openActions }: RoleView, t: RoomWords<"members">): string {
  const count = openActions.length;
  const work = count > 0 ? ` · ${t("role.actions", { count })}` : "";
  return (holder?.name ?? t("role.unassigned")) + work;
}

type Props = Common & { seen: Seen; role: RoleView };

/** One role: who holds it, and for those who may, the ways to give it to somebody. */
export function RoleItem(props: Props) {
  const { at, may, holdSeconds, seen, role } = props;
  const t = useTranslations("members");
  const path = `/${at.org}/w/${at.workspace}`;
  const here = { ...listOf(seen), role: seen.role };
  const back = withQuery(path, here);
  const isChanging = may.assign && seen.held === role.id;
  const label = seen.role ? t("role.invite") : t("role.assign");
  const isPlain = may.assign && Boolean(seen.invite) && seen.role === role.id;
  const isOffered = !isChanging && (Boolean(seen.role) || role.holder === null);
  const isMarked = isChanging || seen.role === role.id;
  return (
    <li id={`role-${role.id}`} className="person" data-row tabIndex={-1} data-marked={isMarked || undefined}>
      {role.holder ? <Avatar id={role.holder.id} name={role.holder.name} /> : <EmptyAvatar />}
      <div className="person-words">
        <p className="person-name">
          <bdi>{role.name}</bdi>
        </p>
        <p className="person-facts">
          <bdi>{holderWords(role, t)}</bdi>
        </p>
      </div>
      {may.assign && (
        <div className="contents">
          <AssignButton
            at={at}
            role={role}
            isAdmin={may.isAdmin}
            holdSeconds={holdSeconds}
            label={label}
            isOffered={isOffered}
          />
          {(role.holder || isChanging) && (
            <a
              href={isChanging ? back : withQuery(path, { ...here, held: role.id })}
              data-still
              data-assign={!(isOffered || isChanging) || undefined}
              aria-label={t("moreAbout", { name: role.name })}
              aria-expanded={isChanging}
              className={`person-more ${buttonClass({ variant: "ghost", isIcon: true, size: "small" })}`}
            >
              •••
            </a>
          )}
        </div>
      )}
      {isChanging && <ChangeHolder {...props} label={label} back={back} />}
      {isPlain && <AssignPlain at={at} role={role} isAdmin={may.isAdmin} back={back} />}
    </li>
  );
}
