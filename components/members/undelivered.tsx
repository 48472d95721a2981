import { useTranslations } from "next-intl";
import type { Seen } from "@/components/members/seen";
import { withQuery } from "@/components/ui/query";

type Props = { path: string; seen: Seen; count: number };

/** How many invitations reached nobody, and the way to exactly these people. */
export function Undelivered({ path, seen, count }: Props) {
  const t = useTranslations("members.undelivered");
  const isShown = seen.show === "not-delivered";
  return (
    <div role="status">
      {count > 0 && (
        <div className="panel-invite">
          <p className="note note-danger">
            <span id="undelivered">{count > 1000 ? t("many") : t("count", { count })}</span> ·{" "}
            <a
              href={withQuery(path, { panel: "members", show: isShown ? undefined : "not-delivered" })}
              data-still
              aria-describedby="undelivered"
              className="link text-current"
            >
              {t(isShown ? "all" : "show")}
            </a>
          </p>
        </div>
      )}
    </div>
  );
}
