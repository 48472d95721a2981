import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MergeForm } from "@/components/contacts/merge-form";
import { mergeWords } from "@/components/contacts/merge-words";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { withQuery } from "@/components/ui/query";
import { Words } from "@/components/ui/words";
import type { FormState } from "@/lib/actions/run";
import type { MergeAnswer } from "@/lib/domain/merge";
import type { MergeSide, MergeView } from "@/lib/domain/merge-view";
import { sayIn } from "@/lib/words/say";

type Props = {
  org: string;
  view: MergeView;
  merge: (state: FormState<MergeAnswer>, form: FormData) => Promise<FormState<MergeAnswer>>;
};

/** Two contacts side by side, which one stays, what will happen, and the button that does it. */
export function MergeScreen({ org, view, merge }: Props) {
  const t = useTranslations("contacts");
  const say = sayIn(useLocale());
  const { keep, drop, refused } = view;
  const swapped = withQuery(`/${org}/contacts/merge`, { keep: drop.id, drop: keep.id });
  return (
    <MergePage org={org}>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(260px,1fr))] gap-4">
        <Side which="stays" side={keep} />
        <Side which="goes" side={drop} />
      </div>
      <p>
        <ButtonLink href={swapped}>{t("merge.keep", { name: drop.shownName })}</ButtonLink>
      </p>
      {refused ? (
        <p role="alert" className="note note-danger">
          {say(refused)}
        </p>
      ) : (
        <>
          <section aria-labelledby="merge-effects" className="note">
            <h2 id="merge-effects" className="font-medium">
              {t("merge.effects")}
            </h2>
            <ul className="mt-1 list-disc ps-5">
              {mergeWords(view, t).map((sentence) => (
                <li key={sentence} className="break">
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
          <Words>
            <MergeForm
              keep={keep.id}
              drop={drop.id}
              back={`/${org}/contacts/${keep.id}`}
              words={t("merge.title")}
              merge={merge}
            />
          </Words>
        </>
      )}
    </MergePage>
  );
}

/** The frame of the page, also while the second contact is being looked for. */
export function MergePage({ org, children }: { org: string; children: ReactNode }) {
  const t = useTranslations("contacts");
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name: t("contacts"), path: `/${org}/contacts` }]} here={t("merge.title")} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="contact">
          <h1 className="text-20 font-semibold">{t("merge.title")}</h1>
          {children}
        </div>
      </main>
    </>
  );
}

function Side({ which, side }: { which: "stays" | "goes"; side: MergeSide }) {
  const t = useTranslations("contacts");
  const facts: [string, string][] = [
    [t("column.email"), side.email ?? "—"],
    [t("column.phone"), side.shownPhone ?? "—"],
    [t("column.company"), side.company ?? "—"],
    [t("column.account"), t(side.userId ? "merge.hasJoined" : "merge.hasNotJoined")],
    [t("column.workspaces"), side.workspaces.join(", ") || "—"],
    [t("column.roles"), side.roles.join(", ") || "—"],
    [t("column.groups"), side.groups.join(", ") || "—"],
  ];
  return (
    <section aria-label={t(`merge.${which}One`, { name: side.shownName })} className="note">
      <p className="text-12 text-fg-3">{t(`merge.${which}`)}</p>
      <h2 className="mb-2 flex items-center gap-2 font-medium text-fg">
        <Avatar id={side.id} name={side.shownName} size="small" />
        <bdi>{side.shownName}</bdi>
      </h2>
      <dl className="grid gap-1">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-2">
            <dt className="w-24 shrink-0 text-fg-3">{label}</dt>
            <dd className="break min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
