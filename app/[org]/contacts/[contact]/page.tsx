import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ContactScreen } from "@/components/contacts/contact-screen";
import { MergedNote } from "@/components/contacts/merged-note";
import { one, type Query } from "@/components/ui/query";
import { AddedNote } from "@/components/wizard/added-note";
import { personWords } from "@/components/wizard/added-words";
import { contextFor, onPage } from "@/lib/context";
import { getContact } from "@/lib/domain/contacts";
import { findAdded } from "@/lib/domain/drafts";
import { findDuplicates } from "@/lib/domain/duplicates";
import { languageOptions } from "@/lib/domain/languages";
import { can, refusal } from "@/lib/domain/permissions";

export const metadata: Metadata = { title: "Contact" };

type Props = { params: Promise<{ org: string; contact: string }>; searchParams: Promise<Query> };

export default async function ContactPage({ params, searchParams }: Props) {
  const { org, contact } = await params;
  const path = `/${org}/contacts/${contact}`;
  const ctx = await onPage(contextFor(org), path);
  const query = await searchParams;
  const draft = one(query, "added") ?? "";
  const reads = Promise.all([getContact(ctx, { contact }), findAdded(ctx, draft, contact)]);
  const [view, added] = await onPage(reads, path);
  const clock = { now: new Date(), timeZone: ctx.org.timeZone };
  const isSelf = view.id === ctx.actor.contactId;
  return (
    <ContactScreen
      org={org}
      contact={view}
      languages={languageOptions}
      duplicates={await findDuplicates(ctx, { ...view, except: view.id })}
      may={{
        deactivate: !isSelf && can("contacts:deactivate", ctx.actor),
        merge: can("contacts:merge", ctx.actor),
        addSelf: can("members:add-self", ctx.actor),
      }}
      inviteRefusal={
        view.kind === "internal" ? (refusal("contacts:create-internal", ctx.actor)?.message ?? null) : null
      }
      command={randomUUID()}
      clock={clock}
      note={
        added ? (
          <AddedNote org={org} added={added} words={personWords(added, ctx.org.name)} now={clock.now} />
        ) : (
          one(query, "merged") && <MergedNote activity={view.history.activity} />
        )
      }
    />
  );
}
