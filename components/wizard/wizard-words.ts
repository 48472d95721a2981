import type { DraftKind } from "@/lib/domain/draft-details";
import { shapeOf } from "@/lib/domain/recipient-shape";

/** The tab of the contacts that each kind of wizard leads back to. */
const tabs: Record<DraftKind, string> = {
  client: "clients",
  internal: "internal",
  client_group: "groups",
  team: "teams",
};

export const contactsPath = (org: string, kind: DraftKind): string => `/${org}/contacts?tab=${tabs[kind]}`;

export type Values = Record<string, string[]>;

/** A stored form as the values of its fields. */
export const valuesOf = (data: object): Values =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]): [string, string[]] => [
      name,
      Array.isArray(value) ? value : value === true ? ["on"] : value ? [String(value)] : [],
    ]),
  );

/** What a question calls somebody: the first of their names, and all of them where that is a title or an initial. */
export function firstName(name: string): string {
  const [first = name] = name.split(" ");
  return first.endsWith(".") ? name : first;
}

/** What somebody searched for in vain, as the field of a new person's details that it fits. */
export const searchedFor = (text: string): Values =>
  text ? { [{ email: "email", phone: "phone", text: "name" }[shapeOf(text)]]: [text] } : {};
