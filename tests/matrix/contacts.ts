import { UpdateContact, updateContact } from "@/lib/domain/contact-details";
import {
  countTabs,
  getContact,
  listContactIds,
  listContacts,
  listGroupNames,
  listGroups,
} from "@/lib/domain/contacts";
import { watchContacts } from "@/lib/domain/live";
import type { Row } from "./row";

const EVERY_INTERNAL: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];
const INTERNAL_HERE: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "not_found"];

/** The Contacts section: its lists, and the page of one contact. */
export const contactRows: Row[] = [
  {
    name: "listContacts",
    operation: "contacts:view",
    paths: ["/[org]/contacts"],
    run: (ctx) => listContacts(ctx, {}),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "watchContacts",
    operation: "contacts:view",
    paths: ["/[org]/contacts/live"],
    run: async (ctx) => watchContacts(ctx),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "listContactIds",
    operation: "contacts:view",
    paths: ["/[org]/contacts"],
    run: (ctx) => listContactIds(ctx, { most: 10 }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "countTabs",
    operation: "contacts:view",
    paths: ["/[org]/contacts"],
    run: (ctx) => countTabs(ctx),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "listGroups",
    operation: "groups:view",
    paths: ["/[org]/contacts"],
    run: (ctx) => listGroups(ctx, { tab: "groups" }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "listGroupNames",
    operation: "groups:view",
    paths: ["/[org]/contacts"],
    run: (ctx) => listGroupNames(ctx, {}),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "getContact",
    operation: "contacts:view",
    paths: ["/[org]/contacts/[contact]"],
    run: (ctx, { kim }) => getContact(ctx, { contact: kim }),
    verdicts: INTERNAL_HERE,
  },
  {
    name: "updateContact",
    operation: "contacts:edit",
    paths: ["updateContactAction"],
    run: (ctx, { kim }) =>
      updateContact(ctx, UpdateContact.parse({ contact: kim, name: "Kim", email: "kim@acme.com" })),
    verdicts: INTERNAL_HERE,
  },
  {
    name: "updateContact (address of who waits in the workspace)",
    operation: "contacts:edit",
    paths: ["updateContactAction"],
    run: (ctx, { kim }) =>
      updateContact(ctx, UpdateContact.parse({ contact: kim, name: "Kim", email: "kim@acme.example" })),
    verdicts: ["ok", "ok", "forbidden", "forbidden", "not_found"],
  },
  {
    name: "updateContact (internal user)",
    operation: "contacts:edit-internal",
    paths: ["updateContactAction"],
    run: (ctx, { zoe }) =>
      updateContact(ctx, UpdateContact.parse({ contact: zoe, name: "Zoe", email: "zoe@acme.example" })),
    verdicts: ["ok", "forbidden", "forbidden", "forbidden", "not_found"],
  },
];
