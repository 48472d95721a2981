import { BulkForm, type BulkProps, Nobody } from "@/components/contacts/bulk-form";
import { actWords, namesWords, people } from "@/components/contacts/bulk-words";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { BulkAct } from "@/lib/domain/bulk";

type Props = Omit<BulkProps, "act" | "action" | "find"> & {
  /** Null until one is chosen. */
  doing: Pick<BulkProps, "act" | "action"> | null;
  /** What may be done, each with the address that leads there. */
  acts: { act: BulkAct; href: string }[];
  exportPath: string;
  seek: { path: string; value?: string; keep: [string, string][] };
};

/** An act on many contacts: who they are, what is to be done, and what became of each. */
export function BulkScreen({ doing, acts, exportPath, seek, ...rest }: Props) {
  const { view, back } = rest;
  const count = view.contacts.length;
  const others = acts.filter(({ act }) => act !== doing?.act);
  const title = doing ? actWords[doing.act] : "What is to be done?";
  return (
    <>
      <header className="head">
        <nav aria-label="Where you are" className="crumbs">
          <a href={back} className="shrink-0">
            Contacts
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
                <span className="font-medium">{people(count)}</span>:{" "}
                <bdi>{namesWords(view.names, count)}</bdi>
              </p>
            )}
          </div>
          {count > 0 && (
            <nav
              aria-label={doing ? "Do something else with them" : "What is to be done"}
              className="flex flex-wrap gap-2"
            >
              {others.map(({ act, href }) => (
                <ButtonLink key={act} href={href} size="small">
                  {actWords[act]}
                </ButtonLink>
              ))}
              <ButtonLink href={exportPath} size="small" download>
                Export
              </ButtonLink>
            </nav>
          )}
          {count > 0 && (view.isCut || seek.value) && (
            <Seek {...seek} what={doing?.act === "group" ? "group" : "workspace"} />
          )}
          {doing && <BulkForm key={doing.act} {...rest} {...doing} find={seek.value} />}
          {!doing && count === 0 && <Nobody isTooMany={view.isTooMany} back={back} />}
        </div>
      </main>
    </>
  );
}

/** There is more to choose from than a list can show: a GET form that keeps the selection. */
function Seek({ path, value, keep, what }: Props["seek"] & { what: string }) {
  const label = `Find a ${what}`;
  return (
    <search className="find">
      <form action={path}>
        {keep.map(([name, kept]) => (
          <input key={`${name} ${kept}`} type="hidden" name={name} value={kept} />
        ))}
        <Icon name="find" />
        <input
          type="search"
          name="q"
          defaultValue={value}
          maxLength={100}
          aria-label={label}
          placeholder={`${label}…`}
          className="input"
        />
      </form>
    </search>
  );
}
