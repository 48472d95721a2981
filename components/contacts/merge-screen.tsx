import type { ReactNode } from "react";
import { MergeForm } from "@/components/contacts/merge-form";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { withQuery } from "@/components/ui/query";
import type { FormState } from "@/lib/actions/run";
import type { MergeAnswer } from "@/lib/domain/merge";
import type { MergeSide, MergeView } from "@/lib/domain/merge-view";

type Props = {
  org: string;
  view: MergeView;
  merge: (state: FormState<MergeAnswer>, form: FormData) => Promise<FormState<MergeAnswer>>;
};

/** Two contacts side by side, which one stays, what will happen, and the button that does it. */
export function MergeScreen({ org, view, merge }: Props) {
  const { keep, drop, effects, refused } = view;
  const swapped = withQuery(`/${org}/contacts/merge`, { keep: drop.id, drop: keep.id });
  return (
    <MergePage org={org}>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(260px,1fr))] gap-4">
        <Side title="Stays" side={keep} />
        <Side title="Goes" side={drop} />
      </div>
      <p>
        <ButtonLink href={swapped}>Keep {drop.shownName} instead</ButtonLink>
      </p>
      {refused ? (
        <p role="alert" className="note note-danger">
          {refused}
        </p>
      ) : (
        <>
          <section aria-labelledby="merge-effects" className="note">
            <h2 id="merge-effects" className="font-medium">
              What will happen
            </h2>
            <ul className="mt-1 list-disc ps-5">
              {effects.map((sentence) => (
                <li key={sentence} className="break">
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
          <MergeForm keep={keep.id} drop={drop.id} back={`/${org}/contacts/${keep.id}`} merge={merge} />
        </>
      )}
    </MergePage>
  );
}

/** The frame of the page, also while the second contact is being looked for. */
export function MergePage({ org, children }: { org: string; children: ReactNode }) {
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name: "Contacts", path: `/${org}/contacts` }]} here="Merge contacts" />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="contact">
          <h1 className="text-20 font-semibold">Merge contacts</h1>
          {children}
        </div>
      </main>
    </>
  );
}

function Side({ title, side }: { title: string; side: MergeSide }) {
  const facts: [string, string][] = [
    ["Email", side.email ?? "—"],
    ["Phone", side.shownPhone ?? "—"],
    ["Company", side.company ?? "—"],
    ["Account", side.userId ? "Has joined" : "Has not joined"],
    ["Workspaces", side.workspaces.join(", ") || "—"],
    ["Roles", side.roles.join(", ") || "—"],
    ["Groups", side.groups.join(", ") || "—"],
  ];
  return (
    <section aria-label={`${title}: ${side.shownName}`} className="note">
      <p className="text-12 text-fg-3">{title}</p>
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
