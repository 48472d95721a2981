import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActsBar } from "@/components/contacts/acts-bar";
import { SelectionKeys } from "@/components/contacts/selection-keys";
import type { ManyAct } from "@/components/invitation-list/list-words";
import { filterQuery, type Seen } from "@/components/invitation-list/seen";
import { withQuery } from "@/components/ui/query";

type Props = { org: string; seen: Seen; matches: number; children: ReactNode };

/** So many an act reaches. */
const MOST = 10_000;

const acts: ManyAct[] = ["resend", "cancel", "stop", "resume"];

/** The list's rows with their check-boxes, and what can be done with those selected: a GET form. */
export function InvitationSelection({ org, seen, matches, children }: Props) {
  const t = useTranslations("invitations");
  const path = `/${org}/invitations`;
  const all = filterQuery(seen);
  return (
    <form action={`${path}/bulk`} className="contacts-selection">
      {Object.entries(all).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <p className="contacts-all">
        <a href={withQuery(`${path}/bulk`, { all: "1", ...all })} className="link">
          {matches > MOST ? t("selectAllMany") : t("selectAll", { count: matches })}
        </a>
        {" · "}
        <a href={withQuery(`${path}/export`, all)} download className="link">
          {t("export")}
        </a>
      </p>
      <SelectionKeys />
      {children}
      <ActsBar
        acts={acts.map((act) => [act, t(`act.${act}`)])}
        download={{ path: `${path}/export`, words: t("export") }}
      />
    </form>
  );
}
