import { type FocusEvent, useState } from "react";
import type { PersonKind } from "@/lib/domain/draft-details";
import type { Duplicate } from "@/lib/domain/duplicates";
import type { Recognition } from "@/lib/domain/people";

const groupKinds = { client: "client_group", internal: "team" } as const;

/**
 * Whose an address is, asked when its field is left: one contact for each field at most. "Next" tells the same; so
 * without script or connection nothing is said before.
 */
export function useKnown(org: string, kind: PersonKind) {
  const [known, setKnown] = useState<Record<string, Duplicate | null>>({});

  async function onBlur({ target }: FocusEvent<HTMLElement>): Promise<void> {
    if (!(target instanceof HTMLInputElement) || !/^(?:email|phone)$/.test(target.name)) return;
    const { name, value } = target;
    const found = value.trim() ? await whose(org, kind, value.trim()) : null;
    if (target.value === value) setKnown((before) => ({ ...before, [name]: found }));
  }

  const list = Object.values(known).filter((one) => one !== null);
  return { onBlur, list: list.filter(({ id }, i) => list.findIndex((other) => other.id === id) === i) };
}

async function whose(org: string, kind: PersonKind, address: string): Promise<Duplicate | null> {
  const search = new URLSearchParams({ q: address.slice(0, 254), kind: groupKinds[kind] });
  const answer: { typed?: Recognition | null } = await fetch(`/${org}/contacts/people?${search}`)
    .then((response) => response.json())
    .catch(() => ({}));
  if (answer.typed?.is !== "contact") return null;
  const { contact: id, name, address: own, company, state } = answer.typed.person;
  return { id, name, addresses: [own], kind, company, isDeactivated: state === "deactivated", isSame: true };
}
