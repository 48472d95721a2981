import { useTranslations } from "next-intl";
import { namesWords } from "@/components/contacts/bulk-words";
import { ManyFrame } from "@/components/contacts/many-frame";
import type { ManyAct } from "@/components/invitation-list/list-words";
import { ManyForm, type ManyProps } from "@/components/invitation-list/many-form";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Words } from "@/components/ui/words";

type Props = Omit<ManyProps, "act" | "action"> & {
  /** Null until one is chosen. */
  doing: Pick<ManyProps, "act" | "action"> | null;
  /** What may be done, each with the address that leads there. */
  acts: { act: ManyAct; href: string }[];
  exportPath: string;
};

/** An act on many invitations: whose they are, what is to be done, and what became of each. */
export function ManyScreen({ doing, acts, exportPath, ...rest }: Props) {
  const t = useTranslations("invitations");
  const common = useTranslations("ui");
  const contacts = useTranslations("contacts");
  const { view, back } = rest;
  const count = view.invitations.length;
  return (
    <ManyFrame
      from={{ name: t("title"), path: back }}
      doing={doing && t(`act.${doing.act}`)}
      others={acts
        .filter(({ act }) => act !== doing?.act)
        .map(({ act, href }) => ({ words: t(`act.${act}`), href }))}
      chosen={
        count > 0
          ? { count: common("invitations", { count }), names: namesWords(view.names, count, contacts) }
          : null
      }
      download={{ href: exportPath, words: t("export") }}
    >
      {count === 0 && <NothingChosen view={view} back={back} />}
      {count > 0 && doing && (
        <Words of={["invitations"]}>
          <ManyForm key={doing.act} {...rest} {...doing} />
        </Words>
      )}
    </ManyFrame>
  );
}

/** Nothing that an act could be about. */
function NothingChosen({ view, back }: Pick<Props, "view" | "back">) {
  const t = useTranslations("invitations.many");
  return (
    <Empty title={t(view.isTooMany ? "tooMany" : "none")}>
      <ButtonLink href={back}>{t("back")}</ButtonLink>
    </Empty>
  );
}
