import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NotFoundScreen, SignedOutScreen } from "@/components/shell/dead-ends";
import { Shell } from "@/components/shell/shell";
import { isAfterForm } from "@/lib/after-form";
import { contextFor } from "@/lib/context";
import { isMailboxOpen } from "@/lib/delivery/channels";
import { displayAddress } from "@/lib/domain/address";
import { DomainError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { readPreferences } from "@/lib/preferences";
import { titledOver } from "@/lib/titles";

type Props = { params: Promise<{ org: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titledOver(contextFor((await params).org));
}

async function standing(org: string) {
  try {
    return await contextFor(org);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Strangers and the signed-out get no shell: the page sends them where they belong, unless it answers a form. */
async function withoutShell(code: string, page: ReactNode) {
  if (!(await isAfterForm())) return page;
  return code === "signed_out" ? <SignedOutScreen /> : <NotFoundScreen />;
}

export default async function OrganizationLayout({ params, children }: Props) {
  const { org } = await params;
  const ctx = await standing(org);
  if (typeof ctx === "string") return withoutShell(ctx, children);
  return (
    <Shell
      org={{ slug: ctx.org.slug, name: ctx.org.name }}
      person={{ id: ctx.actor.contactId, name: ctx.actor.name, address: displayAddress(ctx.actor.address) }}
      isInternal={ctx.actor.kind === "internal"}
      isAdmin={can("outbox:view", ctx.actor)}
      mailbox={ctx.actor.kind === "internal" && isMailboxOpen(env())}
      preferences={await readPreferences()}
    >
      {children}
    </Shell>
  );
}
