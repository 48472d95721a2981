import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Find } from "@/components/ui/find";
import { type Clock, Moment } from "@/components/ui/moment";
import { Pages } from "@/components/ui/pages";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/actions/run";
import type { Suppression } from "@/lib/domain/suppressions";
import { sayIn } from "@/lib/words/say";

export type SuppressionListProps = {
  path: string;
  rows: Suppression[];
  next: string | null;
  seen: { find?: string; after?: string };
  lift: (state: FormState<{ said: string }>, form: FormData) => Promise<FormState<{ said: string }>>;
  clock: Clock;
};

/** Addresses that get no messages, searched and paged; one or several can be lifted. */
export function SuppressionList({ path, rows, next, seen, lift, clock }: SuppressionListProps) {
  const t = useTranslations("delivery");
  return (
    <section aria-labelledby="blocked" className="grid gap-3">
      <h2 id="blocked" className="text-16 font-semibold">
        {t("blocked.heading")}
      </h2>
      <p className="hint">{t("blocked.hint")}</p>
      {(rows.length > 0 || seen.find) && <Find action={path} label={t("blocked.find")} value={seen.find} />}
      {rows.length === 0 && (
        <Empty title={seen.find ? t("blocked.noneFound", { text: seen.find }) : t("blocked.none")}>
          {seen.find && <ButtonLink href={path}>{t("blocked.showAll")}</ButtonLink>}
        </Empty>
      )}
      <ActionForm action={lift} className="grid gap-3">
        {rows.length > 0 && (
          <>
            <ul className="timeline-list">
              {rows.map((row) => (
                <SuppressionItem key={row.address} row={row} clock={clock} />
              ))}
            </ul>
            <p>
              <Submit name="selected" value="1">
                {t("blocked.liftSelected")}
              </Submit>
            </p>
          </>
        )}
      </ActionForm>
      <Pages
        start={seen.after && withQuery(path, { find: seen.find })}
        next={next && withQuery(path, { find: seen.find, after: next })}
      />
    </section>
  );
}

function SuppressionItem({ row, clock }: { row: Suppression; clock: Clock }) {
  const t = useTranslations("delivery");
  const say = sayIn(useLocale());
  const { address, shown, reason, detail, createdAt } = row;
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <input
        type="checkbox"
        name="address"
        value={address}
        aria-label={t("blocked.select", { address: shown })}
      />
      <div className="min-w-0 grow">
        <p className="break font-medium">
          <bdi>{shown}</bdi>
        </p>
        <p className="hint break">
          {reason === "bounced" && detail
            ? t("blocked.reasons.bouncedWhy", { detail: say(detail) })
            : t(`blocked.reasons.${reason}`)}{" "}
          · <Moment at={createdAt} clock={clock} />
        </p>
      </div>
      <Submit name="one" value={address} size="small" aria-label={t("blocked.liftOne", { address: shown })}>
        {t("blocked.lift")}
      </Submit>
    </li>
  );
}
