import "./templates.css";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Find } from "@/components/ui/find";
import { Icon } from "@/components/ui/icon";
import { one, type Query, withQuery } from "@/components/ui/query";
import type { TemplateRow } from "@/lib/domain/template-views";

/** What of the list stands in the address bar. */
type Seen = { scope: "all" | "mine" | "shared"; find?: string; after?: string; done?: string };

export const seenIn = (query: Query): Seen => ({
  scope: scopes.find(([scope]) => scope === one(query, "show"))?.[0] ?? "all",
  find: one(query, "find"),
  after: one(query, "after"),
  done: one(query, "done"),
});

type Props = { org: string; rows: TemplateRow[]; next: string | null; seen: Seen };

const scopes = [
  ["all", "All"],
  ["mine", "Mine"],
  ["shared", "Shared"],
] as const;

const doneWords: Record<string, string> = {
  created: "Template created.",
  saved: "Template saved. Workspaces made from it stay as they are.",
  deleted: "Template deleted. Workspaces made from it stay as they are.",
};

/** The templates one sees, by name, fifty at a time. */
export function TemplatesScreen({ org, rows, next, seen }: Props) {
  const path = `/${org}/templates`;
  const kept = seen.scope === "all" ? undefined : seen.scope;
  const isNarrowed = Boolean(seen.find) || seen.scope !== "all";
  return (
    <>
      <header className="head">
        <h1 className="grow text-14 font-semibold">Templates</h1>
        <ButtonLink href={`${path}/new`} variant="primary">
          <Icon name="plus" />
          New template
        </ButtonLink>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="templates">
          {seen.done && doneWords[seen.done] && (
            <p role="status" className="note">
              {doneWords[seen.done]}
            </p>
          )}
          {(rows.length > 0 || isNarrowed) && (
            <div className="filter-bar">
              <nav aria-label="Filter" className="segments">
                {scopes.map(([scope, words]) => (
                  <a
                    key={scope}
                    href={withQuery(path, { show: scope === "all" ? undefined : scope, find: seen.find })}
                    aria-current={scope === seen.scope ? "true" : undefined}
                  >
                    {words}
                  </a>
                ))}
              </nav>
              <Find action={path} label="Find a template" value={seen.find} keep={{ show: kept }} />
            </div>
          )}
          {rows.length === 0 && <NoTemplates path={path} seen={seen} isNarrowed={isNarrowed} />}
          {rows.length > 0 && (
            <ul className="timeline-list">
              {rows.map((row) => (
                <TemplateItem key={row.id} path={path} row={row} />
              ))}
            </ul>
          )}
          {(next || seen.after) && (
            <nav aria-label="Pages" className="flex justify-center gap-2 pt-6">
              {seen.after && (
                <ButtonLink href={withQuery(path, { show: kept, find: seen.find })}>
                  Back to the start
                </ButtonLink>
              )}
              {next && (
                <ButtonLink href={withQuery(path, { show: kept, find: seen.find, after: next })}>
                  Load 50 more
                </ButtonLink>
              )}
            </nav>
          )}
        </div>
      </main>
    </>
  );
}

function NoTemplates({ path, seen, isNarrowed }: { path: string; seen: Seen; isNarrowed: boolean }) {
  if (isNarrowed) {
    const of = { all: "No template", mine: "No template of yours", shared: "No shared template" }[seen.scope];
    return (
      <Empty icon={<Icon name="find" />} title={seen.find ? `${of} matches “${seen.find}”.` : `${of} yet.`}>
        <ButtonLink href={path}>Show all</ButtonLink>
      </Empty>
    );
  }
  return (
    <Empty
      icon={<Icon name="template" />}
      title="No templates yet. Make one here, or choose “Save as template” in a workspace."
    >
      <ButtonLink href={`${path}/new`}>
        <Icon name="plus" />
        New template
      </ButtonLink>
    </Empty>
  );
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

function TemplateItem({ path, row }: { path: string; row: TemplateRow }) {
  const { id, name, description, visibility, owner, isMine, roles, actions } = row;
  const facts =
    roles === null || actions === null
      ? "Cannot be read"
      : `${counted(roles, "role")} · ${counted(actions, "action")}`;
  return (
    <li className="template-row" data-row tabIndex={-1}>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <a href={`${path}/${id}`} data-open className="template-name break font-medium hover:underline">
            <bdi>{name}</bdi>
          </a>
          <Badge tone={visibility === "shared" ? "accent" : undefined}>
            {visibility === "shared" ? "Shared" : "Private"}
          </Badge>
        </p>
        <p className="hint">
          {facts} · <bdi>{isMine ? "You" : owner}</bdi>
        </p>
        {description && <p className="truncate text-13 text-fg-2">{description}</p>}
      </div>
      {roles !== null && actions !== null && (
        <ButtonLink href={`${path}/${id}/use`} aria-label={`Use template ${name}`}>
          Use template
        </ButtonLink>
      )}
    </li>
  );
}
