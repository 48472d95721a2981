import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { contextFor } from "@/lib/context";
import { isMailboxOpen } from "@/lib/delivery/channels";
import { DomainError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { readPreferences } from "@/lib/preferences";

type Props = { params: Promise<{ org: string }>; children: ReactNode };

/** Strangers and the signed-out get no shell: the page itself sends them where they belong. */
async function standing(org: string) {
  try {
    return await contextFor(org);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

export default async function OrganizationLayout({ params, children }: Props) {
  const { org } = await params;
  const ctx = await standing(org);
  if (!ctx) return children;
  return (
    <Shell
      org={{ slug: ctx.org.slug, name: ctx.org.name }}
      person={{ id: ctx.actor.contactId, name: ctx.actor.name, address: ctx.actor.address }}
      isInternal={ctx.actor.kind === "internal"}
      mailbox={ctx.actor.kind === "internal" && isMailboxOpen(env())}
      preferences={await readPreferences()}
    >
      {children}
    </Shell>
  );
}
