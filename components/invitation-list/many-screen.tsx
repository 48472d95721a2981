import { useTranslations } from "next-intl";
import { namesWords } from "@/components/contacts/bulk-words";
import { ManyFrame } from "@/components/contacts/many-frame";
import { actWords, type ManyAct, manyInvitations } from "@/components/invitation-list/list-words";
import { ManyForm, type ManyProps } from "@/components/invitation-list/many-form";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

type Props = Omit<ManyProps, "act" | "action"> & {
  /** Null until one is chosen. */
  doing: Pick<ManyProps, "act" | "action"> | null;
  /** What may be done, each with the address that leads there. */
  acts: { act: ManyAct; href: string }[];
  exportPath: string;
};

/** An act on many invitations: whose they are, what is to be done, and what became of each. */
export function ManyScreen({ doing, acts, exportPath, ...rest }: Props) {
  const t = useTranslations("contacts");
  const { view, back } = rest;
  const count = view.invitations.length;
  return (
    <ManyFrame
      from={{ name: "Invitations", path: back }}
      doing={doing && actWords[doing.act]}
      others={acts
        .filter(({ act }) => act !== doing?.act)
        .map(({ act, href }) => ({ words: actWords[act], href }))}
      chosen={count > 0 ? { count: manyInvitations(count), names: namesWords(view.names, count, t) } : null}
      download={{ href: exportPath, words: "Export CSV" }}
    >
      {count === 0 && <NothingChosen view={view} back={back} />}
      {count > 0 && doing && <ManyForm key={doing.act} {...rest} {...doing} />}
    </ManyFrame>
  );
}

/** Nothing that an act could be about. */
function NothingChosen({ view, back }: Pick<Props, "view" | "back">) {
  return (
    <Empty
      title={
        view.isTooMany
          ? "More than 10,000 invitations match. Narrow the list first."
          : "No invitation is selected."
      }
    >
      <ButtonLink href={back}>Back to Invitations</ButtonLink>
    </Empty>
  );
}
