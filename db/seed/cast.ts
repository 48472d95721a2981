import { inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type contacts, userAddresses, users } from "@/db/schema";
import { kindOf } from "@/lib/domain/address";
import { newId } from "@/lib/domain/id";
import { sortKey } from "@/lib/domain/text";
import type { Clock } from "./clock";
import type { Person, Story } from "./story";

/** A person of the demo with what the database knows them by. */
type CastMember = Person & {
  contactId: string;
  address: string;
  invitedAt: Date | null;
  joinedAt: Date | null;
};

export type Cast = Map<string, CastMember>;

/** Whoever is told of under this key; a key that nobody has is a mistake in the stories. */
export function personOf(cast: Cast, key: string): CastMember {
  const person = cast.get(key);
  if (!person) throw new Error(`Nobody in the demo is called ${key}.`);
  return person;
}

/** Gives everybody a contact's id, and the moment of joining that the stories tell. */
export function castOf(people: Record<string, Person>, stories: Story<string>[], clock: Clock): Cast {
  const accepted = new Map(
    stories.flatMap(({ invited }) =>
      invited.flatMap(({ who, accepted: at }) => (at ? [[who, at] as const] : [])),
    ),
  );
  const invited = new Map(
    stories.flatMap(({ invited: list }) => list.map(({ who, at }) => [who, at] as const)),
  );
  return new Map(
    Object.entries(people).map(([key, person]) => {
      const address = person.email ?? person.phone;
      if (!address) throw new Error(`${person.name} has neither an email address nor a phone number.`);
      const joined = person.joined ?? accepted.get(key);
      const first = invited.get(key);
      const invitedAt = first ? clock.at(first) : null;
      const joinedAt = joined ? clock.at(joined) : null;
      return [key, { ...person, contactId: newId(), address, invitedAt, joinedAt }];
    }),
  );
}

/** Makes users for everybody who has joined; who has an account already keeps it. Answers ids by address. */
export async function writeUsers(tx: Database, everybody: CastMember[]): Promise<Map<string, string>> {
  const joined = new Map(
    everybody.flatMap((person) => (person.joinedAt ? [[person.address, person] as const] : [])),
  );
  const known = await tx
    .select({ address: userAddresses.address, userId: userAddresses.userId })
    .from(userAddresses)
    .where(inArray(userAddresses.address, [...joined.keys()]));
  const ids = new Map(known.map(({ address, userId }) => [address, userId]));
  const fresh = [...joined.values()]
    .filter(({ address }) => !ids.has(address))
    .map((person) => ({ ...person, userId: newId(), at: person.joinedAt ?? undefined }));
  if (fresh.length > 0) {
    await tx.insert(users).values(fresh.map(({ userId, name, at }) => ({ id: userId, name, createdAt: at })));
    await tx
      .insert(userAddresses)
      .values(
        fresh.map(({ userId, address, at }) => ({ address, kind: kindOf(address), userId, verifiedAt: at })),
      );
  }
  for (const { address, userId } of fresh) ids.set(address, userId);
  return ids;
}

/** The contacts of one organization; joined ones are linked to their users. */
export function contactRows(
  orgId: string,
  cast: Cast,
  users: Map<string, string>,
  createdAt: Date,
): (typeof contacts.$inferInsert)[] {
  return [...cast.values()].map((person) => ({
    orgId,
    id: person.contactId,
    kind: person.kind ?? "client",
    isAdmin: person.isAdmin ?? false,
    name: person.name,
    email: person.email,
    phone: person.phone,
    company: person.company,
    companyKey: person.company && sortKey(person.company),
    title: person.title,
    language: person.language,
    sortKey: sortKey(person.name),
    userId: person.joinedAt && users.get(person.address),
    invitedAt: person.invitedAt,
    joinedAt: person.joinedAt,
    createdAt,
  }));
}
