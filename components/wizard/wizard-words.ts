import type { DraftKind } from "@/lib/domain/draft-details";
import type { How } from "@/lib/domain/how";
import { shapeOf } from "@/lib/domain/recipient-shape";

type Words = { title: string; noun: string; tab: string; groups: string };

/** What each kind of wizard is called, and the tab of the contacts it leads back to. */
export const wizardWords: Record<DraftKind, Words> = {
  client: { title: "New client", noun: "client", tab: "clients", groups: "Client groups" },
  internal: { title: "New internal user", noun: "internal user", tab: "internal", groups: "Internal teams" },
  client_group: { title: "New client group", noun: "client group", tab: "groups", groups: "Client groups" },
  team: { title: "New internal team", noun: "internal team", tab: "teams", groups: "Internal teams" },
};

/** What the cards and buttons of the second step say. */
export const howWords: Record<How, string> = {
  workspace: "Add to Workspace",
  contacts: "Add to Contacts",
  quiet: "Add to Contacts Quietly",
};

/** "1 person", "14 people". */
export const peopleWords = (count: number): string =>
  `${count.toLocaleString("en")} ${count === 1 ? "person" : "people"}`;

export const contactsPath = (org: string, kind: DraftKind): string =>
  `/${org}/contacts?tab=${wizardWords[kind].tab}`;

export type Values = Record<string, string[]>;

/** A stored form as the values of its fields. */
export const valuesOf = (data: object): Values =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]): [string, string[]] => [
      name,
      Array.isArray(value) ? value : value === true ? ["on"] : value ? [String(value)] : [],
    ]),
  );

/** What somebody searched for in vain, as the field of a new person's details that it fits. */
export const searchedFor = (text: string): Values =>
  text ? { [{ email: "email", phone: "phone", text: "name" }[shapeOf(text)]]: [text] } : {};
