import { useTranslations } from "next-intl";
import "./templates.css";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Find } from "@/components/ui/find";
import { Icon } from "@/components/ui/icon";
import { Pages } from "@/components/ui/pages";
import { one, type Query, withQuery } from "@/components/ui/query";
import type { TemplateRow } from "@/lib/domain/template-views";

/** What of the list stands in the address bar. */
type Seen = { scope: "all" | "mine" | "shared"; find?: string; after?: string; done?: string };

export const seenIn = (query: Query): Seen => ({
  scope: scopes.find((scope) => scope === one(query, "show")) ?? "all",
  find: one(query, "find"),
  after: one(query, "after"),
  done: one(query, "done"),
});

type Props = { org: string; rows: TemplateRow[]; next: string | null; seen: Seen };

const scopes = ["all", "mine", "shared"] as const;
const dones = ["created", "saved", "deleted"] as const;

/** The templates one sees, by name, fifty at a time. */
export function TemplatesScreen({ org, rows, next, seen }: Props) {
  const t = useTranslations("templates");
  const path = `/${org}/templates`;
  const done = dones.find((known) => known === seen.done);
  const kept = seen.scope === "all" ? undefined : seen.scope;
  const isNarrowed = Boolean(seen.find) || seen.scope !== "all";
  return (
    <>
      <header className="head">
        <h1 className="grow text-14 font-semibold">{t("title")}</h1>
        <ButtonLink href={`${path}/new`} variant="primary">
          <Icon name="plus" />
          {t("new")}
        </ButtonLink>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="templates">
          {done && (
            <p role="status" className="note">
              {t(`done.${done}`)}
            </p>
          )}
          {(rows.length > 0 || isNarrowed) && (
            <div className="filter-bar">
              <nav aria-label={t("filter")} className="segments">
                {scopes.map((scope) => (
                  <a
                    key={scope}
                    href={withQuery(path, { show: scope === "all" ? undefined : scope, find: seen.find })}
                    aria-current={scope === seen.scope ? "true" : undefined}
                  >
                    {t(`scopes.${scope}`)}
                  </a>
                ))}
              </nav>
              <Find action={path} label={t("find")} value={seen.find} keep={{ show: kept }} />
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
          <Pages
            start={seen.after && withQuery(path, { show: kept, find: seen.find })}
            next={next && withQuery(path, { show: kept, find: seen.find, after: next })}
            className="pt-6"
          />
        </div>
      </main>
    </>
  );
}

function NoTemplates({ path, seen, isNarrowed }: { path: string; seen: Seen; isNarrowed: boolean }) {
  const t = useTranslations("templates");
  if (isNarrowed) {
    const { scope, find } = seen;
    return (
      <Empty
        icon={<Icon name="find" />}
        title={find ? t(`noneFound.${scope}`, { find }) : t(`noneYet.${scope}`)}
      >
        <ButtonLink href={path}>{t("showAll")}</ButtonLink>
      </Empty>
    );
  }
  return (
    <Empty icon={<Icon name="template" />} title={t("empty")}>
      <ButtonLink href={`${path}/new`}>
        <Icon name="plus" />
        {t("new")}
      </ButtonLink>
    </Empty>
  );
}

function TemplateItem({ path, row }: { path: string; row: TemplateRow }) {
  const { id, name, description, visibility, owner, isMine, roles, actions } = row;
  const t = useTranslations("templates");
  const facts = roles === null || actions === null ? t("unreadable") : t("facts", { roles, actions });
  return (
    <li className="template-row" data-row tabIndex={-1}>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <a href={`${path}/${id}`} data-open className="template-name break font-medium hover:underline">
            <bdi>{name}</bdi>
          </a>
          <Badge tone={visibility === "shared" ? "accent" : undefined}>{t(visibility)}</Badge>
        </p>
        <p className="hint">
          {facts} · <bdi>{isMine ? t("you") : owner}</bdi>
        </p>
        {description && <p className="truncate text-13 text-fg-2">{description}</p>}
      </div>
      {roles !== null && actions !== null && (
        <ButtonLink href={`${path}/${id}/use`} aria-label={t("useOne", { name })}>
          {t("use")}
        </ButtonLink>
      )}
    </li>
  );
}
