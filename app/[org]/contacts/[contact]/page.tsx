import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ContactScreen } from "@/components/contacts/contact-screen";
import { MergedNote } from "@/components/contacts/merged-note";
import { answering } from "@/components/shell/answering";
import { LiveMark } from "@/components/shell/live-mark";
import { one, type Query } from "@/components/ui/query";
import { Words } from "@/components/ui/words";
import { AddedNote } from "@/components/wizard/added-note";
import { addedIn, personWords } from "@/components/wizard/added-words";
import { isAfterForm } from "@/lib/after-form";
import { contextFor, onPage } from "@/lib/context";
import { getContact } from "@/lib/domain/contacts";
import { findAdded } from "@/lib/domain/drafts";
import { findDuplicates } from "@/lib/domain/duplicates";
import { MergedInto } from "@/lib/domain/errors";
import { languagesIn } from "@/lib/domain/languages";
import { versionOf, watchPerson } from "@/lib/domain/live";
import { can, refusal } from "@/lib/domain/permissions";
import { timeZonesWith } from "@/lib/domain/time-zones";
import { titleOf } from "@/lib/titles";
import { clockOf } from "@/lib/words/clock";
import { sayIn } from "@/lib/words/say";

type Props = { params: Promise<{ org: string; contact: string }>; searchParams: Promise<Query> };

/** The version is read first: what changes while the contact is read is told of later. */
const seenAt = cache(async (org: string, contact: string) => {
  const ctx = await contextFor(org);
  const version = await versionOf(ctx, await watchPerson(ctx, { contact }));
  return { version, view: await getContact(ctx, { contact }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, contact } = await params;
  const t = await getTranslations("contacts");
  return titleOf(seenAt(org, contact), () => t("contact"));
}

export default answering(async function ContactPage({ params, searchParams }: Props) {
  const { org, contact } = await params;
  const path = `/${org}/contacts/${contact}`;
  const ctx = await onPage(contextFor(org), path);
  const query = await searchParams;
  const draft = one(query, "added") ?? "";
  const reads = Promise.all([seenAt(org, contact), findAdded(ctx, draft, contact)]).catch(async (error) => {
    if (error instanceof MergedInto && !(await isAfterForm()))
      redirect(`/${org}/contacts/${error.now}?merged=1`);
    throw error;
  });
  const [{ version, view }, added] = await onPage(reads, path);
  const wizard = await getTranslations("wizard");
  const clock = clockOf(ctx);
  const isSelf = view.id === ctx.actor.contactId;
  const refused = view.kind === "internal" && refusal("contacts:create-internal", ctx.actor);
  return (
    <Words of={["contacts"]}>
      <LiveMark stream={`${path}/live`} version={version} />
      <ContactScreen
        org={org}
        contact={view}
        languages={languagesIn(ctx.language)}
        zones={timeZonesWith(view.timeZone)}
        duplicates={await findDuplicates(ctx, { ...view, except: view.id })}
        may={{
          deactivate: !isSelf && can("contacts:deactivate", ctx.actor),
          merge: can("contacts:merge", ctx.actor),
          addSelf: can("members:add-self", ctx.actor),
        }}
        inviteRefusal={refused ? sayIn(ctx.language)(refused.message) : null}
        command={randomUUID()}
        clock={clock}
        note={
          added ? (
            <AddedNote
              org={org}
              added={added}
              words={personWords(addedIn(added, sayIn(ctx.language)), ctx.org.name, wizard)}
              now={clock.now}
            />
          ) : (
            one(query, "merged") && <MergedNote activity={view.history.activity} />
          )
        }
      />
    </Words>
  );
});
