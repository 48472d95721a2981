import type { Database } from "@/db/client";
import {
  acceptOpenInvitations,
  type Entrant,
  fillFreeRoles,
  type KnownJoiner,
  type Proven,
  writeJoined,
  writeJoiners,
} from "@/db/queries/join-people";
import { type Address, displayAddress } from "./address";
import { newId } from "./id";
import { cancelQueued } from "./invitations";
import { sortKey } from "./text";

/** Somebody who may come in: who they are to the organization, and what they become if they are nobody yet. */
export type Joiner = Proven & {
  kind: Address["kind"];
  name: string | null;
  known: KnownJoiner | null;
  as: "client" | "internal";
  role: string | null;
};

export type Came = { contactId: string; name: string; roleName: string | null };

/**
 * Lets people in who have proved their addresses: contact made or reused (kind and name of a known one stay),
 * joined member of the workspace if there is one, role where it is free. Their open invitations there are
 * accepted with it. Statements do not grow with the list, in which nobody stands twice. Answers by address.
 */
export async function enterPeople(
  tx: Database,
  at: { orgId: string; workspaceId: string | null; addedBy: string },
  list: Joiner[],
): Promise<Map<string, Came>> {
  if (list.length === 0) return new Map();
  const entrants = list.map((joiner) => ({ joiner, entrant: entrantOf(joiner) }));
  const all = entrants.map(({ entrant }) => entrant);
  await writeJoiners(tx, at, all);
  const roles = at.workspaceId
    ? await enterWorkspace(tx, { ...at, workspaceId: at.workspaceId }, entrants)
    : [];
  await cancelQueued(tx, at.orgId, await acceptOpenInvitations(tx, at, all));
  const roleOf = new Map(roles.map(({ contact, name }) => [contact, name]));
  return new Map(
    entrants.map(({ joiner, entrant }) => [
      joiner.address,
      {
        contactId: entrant.contactId,
        name: joiner.known?.name ?? joiner.name ?? displayAddress(joiner.address),
        roleName: roleOf.get(entrant.contactId) ?? null,
      },
    ]),
  );
}

function entrantOf({ userId, address, kind, name, known, as }: Joiner): Entrant {
  return {
    userId,
    address,
    contactId: known?.contactId ?? newId(),
    isNew: known === null,
    kind: known?.kind ?? as,
    name,
    email: kind === "email" ? address : null,
    phone: kind === "phone" ? address : null,
    sortKey: sortKey(name ?? displayAddress(address)),
  };
}

/** Of several who would get the same role the first does. */
async function enterWorkspace(
  tx: Database,
  at: { orgId: string; workspaceId: string; addedBy: string },
  list: { joiner: Joiner; entrant: Entrant }[],
) {
  await writeJoined(
    tx,
    at,
    list.map(({ entrant }) => entrant),
  );
  const wanted = new Map<string, { role: string; contact: string; kind: "client" | "internal" }>();
  for (const { joiner, entrant } of list)
    if (joiner.role && !wanted.has(joiner.role))
      wanted.set(joiner.role, { role: joiner.role, contact: entrant.contactId, kind: entrant.kind });
  return fillFreeRoles(tx, at, [...wanted.values()]);
}
