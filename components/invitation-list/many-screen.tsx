import { namesWords } from "@/components/contacts/bulk-words";
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
  const { view, back } = rest;
  const count = view.invitations.length;
  const title = doing ? actWords[doing.act] : "What is to be done?";
  return (
    <>
      <header className="head">
        <nav aria-label="Where you are" className="crumbs">
          <a href={back} className="shrink-0">
            Invitations
          </a>
          <span aria-hidden>/</span>
          <span aria-current="page">{title}</span>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="new-workspace">
          <div>
            <h1 className="text-20 font-semibold">{title}</h1>
            {count > 0 && (
              <p className="text-fg-2">
                <span className="font-medium">{manyInvitations(count)}</span>:{" "}
                <bdi>{namesWords(view.names, count)}</bdi>
              </p>
            )}
          </div>
          {count > 0 && (
            <nav
              aria-label={doing ? "Do something else with them" : "What is to be done"}
              className="flex flex-wrap gap-2"
            >
              {acts
                .filter(({ act }) => act !== doing?.act)
                .map(({ act, href }) => (
                  <ButtonLink key={act} href={href} size="small">
                    {actWords[act]}
                  </ButtonLink>
                ))}
              <ButtonLink href={exportPath} size="small" download>
                Export CSV
              </ButtonLink>
            </nav>
          )}
          {count === 0 && <NothingChosen view={view} back={back} />}
          {count > 0 && doing && <ManyForm key={doing.act} {...rest} {...doing} />}
        </div>
      </main>
    </>
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
