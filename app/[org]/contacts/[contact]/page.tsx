import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ContactScreen } from "@/components/contacts/contact-screen";
import { contextFor, onPage } from "@/lib/context";
import { languages } from "@/lib/domain/contact-details";
import { getContact } from "@/lib/domain/contacts";
import { findDuplicates } from "@/lib/domain/duplicates";
import { can } from "@/lib/domain/permissions";

export const metadata: Metadata = { title: "Contact" };

type Props = { params: Promise<{ org: string; contact: string }> };

const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

export default async function ContactPage({ params }: Props) {
  const { org, contact } = await params;
  const path = `/${org}/contacts/${contact}`;
  const ctx = await onPage(contextFor(org), path);
  const view = await onPage(getContact(ctx, { contact }), path);
  const isSelf = view.id === ctx.actor.contactId;
  return (
    <ContactScreen
      org={org}
      contact={view}
      languages={languages.map((code) => ({ code, name: languageNames.of(code) ?? code }))}
      duplicates={await findDuplicates(ctx, { ...view, except: view.id })}
      may={{
        deactivate: !isSelf && can("contacts:deactivate", ctx.actor),
        merge: can("contacts:merge", ctx.actor),
      }}
      command={randomUUID()}
      clock={{ now: new Date(), timeZone: ctx.org.timeZone }}
    />
  );
}
