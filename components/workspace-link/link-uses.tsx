import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { type Clock, Moment } from "@/components/ui/moment";
import { type LinkPage, seenPath } from "@/components/workspace-link/link-page";
import type { LinkUse, LinkUses } from "@/lib/domain/link-views";

type Props = { page: LinkPage; link: string; uses: LinkUses; requests: string | null; clock: Clock };

/** Who came by a link, newest first, and what became of each. */
export function LinkUsesList({ page, link, uses, requests, clock }: Props) {
  const t = useTranslations("links");
  return (
    <div className="link-open">
      {requests && (
        <p>
          <a href={requests} className="link">
            {t("answer")}
          </a>
        </p>
      )}
      {uses.list.length === 0 ? (
        <p className="text-fg-2">{t("noRequests")}</p>
      ) : (
        <ul className="link-uses">
          {uses.list.map((use) => (
            <Use key={use.id} use={use} clock={clock} />
          ))}
        </ul>
      )}
      {uses.next && (
        <ButtonLink href={seenPath(page.path, { link, show: "uses", after: uses.next })} data-still>
          {t("more")}
        </ButtonLink>
      )}
    </div>
  );
}

function Use({ use, clock }: { use: LinkUse; clock: Clock }) {
  const t = useTranslations("links");
  return (
    <li>
      <span className="link-use">
        <bdi className="break font-medium">{use.name ?? use.address}</bdi>
        {use.name && <bdi className="break text-fg-2">{use.address}</bdi>}
      </span>
      <Badge tone={use.status === "pending" ? "warning" : undefined}>{t(`use.${use.status}`)}</Badge>
      <span className="hint">
        <Moment at={use.at} clock={clock} />
        {use.decidedBy && <> {t.rich("decidedBy", { name: () => <bdi>{use.decidedBy}</bdi> })}</>}
      </span>
    </li>
  );
}
