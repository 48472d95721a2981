import { createContact } from "@/lib/domain/add-contacts";
import { findDeletedGroup, getGroup } from "@/lib/domain/group-page";
import { addToGroup, removeFromGroup } from "@/lib/domain/group-people";
import { createGroup, deleteGroup, editGroup } from "@/lib/domain/groups";
import { newId } from "@/lib/domain/id";
import { watchGroup } from "@/lib/domain/live";
import { inviteToPortal } from "@/lib/domain/portal";
import { recogniseRecruits, suggestRecruits } from "@/lib/domain/recruits";
import { resendAll, resendPortal } from "@/lib/domain/resend-all";
import { undoPortal } from "@/lib/domain/undo-portal";
import type { Row } from "./row";

const EVERY_INTERNAL: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];
const ADMINS: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "ok"];
const ADMINS_HERE: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "not_found"];

const person = {
  name: "Lee Park",
  email: "lee@acme.com",
  phone: null,
  company: null,
  title: null,
  language: null,
};
const group = (kind: "client_group" | "team") => ({
  command: newId(),
  kind,
  name: "Board",
  description: null,
  managers: [],
  people: [],
});

/** Contacts and groups as a whole organization has them. */
export const groupRows: Row[] = [
  {
    name: "createContact",
    operation: "contacts:create",
    paths: [],
    run: (ctx) => createContact(ctx, { ...person, kind: "client" }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "createContact (internal user)",
    operation: "contacts:create-internal",
    paths: [],
    run: (ctx) => createContact(ctx, { ...person, kind: "internal" }),
    verdicts: ADMINS,
  },
  {
    name: "inviteToPortal",
    operation: "contacts:invite",
    paths: ["inviteToPortalAction"],
    run: (ctx, scene) => inviteToPortal(ctx, { command: newId(), contacts: [scene.kim], note: null }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "suggestRecruits",
    operation: "contacts:view",
    paths: ["/[org]/contacts/people"],
    run: (ctx) => suggestRecruits(ctx, { q: "a", kind: "client_group" }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "recogniseRecruits",
    operation: "contacts:view",
    paths: ["/[org]/contacts/people"],
    run: (ctx) => recogniseRecruits(ctx, { kind: "team" }, { texts: [{ text: "kim@acme.com" }] }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "undoPortal",
    operation: "contacts:invite",
    paths: ["undoPortalAction"],
    run: (ctx) => undoPortal(ctx, { command: newId() }),
    verdicts: ["gone", "gone", "gone", "forbidden", "gone"],
  },
  {
    name: "resendPortal",
    operation: "contacts:invite",
    paths: ["resendGroupAction", "resendPortalAction", "resendFromListAction"],
    run: (ctx, { groups }) => resendPortal(ctx, { group: groups.clients }),
    verdicts: ["ok", "ok", "ok", "forbidden", "not_found"],
  },
  {
    name: "resendAll",
    operation: "invitations:resend",
    paths: [],
    run: (ctx) => resendAll(ctx, {}),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "findDeletedGroup",
    operation: "groups:view",
    paths: ["/[org]/contacts"],
    run: (ctx) => findDeletedGroup(ctx),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "getGroup",
    operation: "groups:view",
    paths: ["/[org]/contacts/groups/[group]"],
    run: (ctx, { groups }) => getGroup(ctx, { group: groups.clients, find: "a" }),
    verdicts: ["ok", "ok", "ok", "forbidden", "not_found"],
  },
  {
    name: "watchGroup",
    operation: "groups:view",
    paths: ["/[org]/contacts/groups/[group]/live"],
    run: (ctx, { groups }) => watchGroup(ctx, { group: groups.clients }),
    verdicts: ["ok", "ok", "ok", "forbidden", "not_found"],
  },
  {
    name: "createGroup (client group)",
    operation: "groups:create",
    paths: [],
    run: (ctx) => createGroup(ctx, group("client_group")),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "createGroup (internal team)",
    operation: "groups:create-team",
    paths: [],
    run: (ctx) => createGroup(ctx, group("team")),
    verdicts: ADMINS,
  },
  {
    name: "addToGroup (Ines manages it)",
    operation: "groups:edit-people",
    paths: ["addToGroupAction"],
    run: (ctx, { groups, kim }) =>
      addToGroup(ctx, {
        command: newId(),
        group: groups.clients,
        people: [{ contact: kim }],
        isQuiet: false,
      }),
    verdicts: ["ok", "ok", "forbidden", "forbidden", "not_found"],
  },
  {
    name: "removeFromGroup (Ines manages it)",
    operation: "groups:edit-people",
    paths: ["removeFromGroupAction"],
    run: (ctx, { groups, id }) => removeFromGroup(ctx, { group: groups.clients, contacts: [id("cleo")] }),
    verdicts: ["ok", "ok", "forbidden", "forbidden", "not_found"],
  },
  {
    name: "editGroup",
    operation: "groups:edit",
    paths: ["editGroupAction"],
    run: (ctx, { groups }) =>
      editGroup(ctx, { group: groups.clients, name: "Acme board", description: null, managers: [] }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "deleteGroup",
    operation: "groups:delete",
    paths: ["deleteGroupAction"],
    run: (ctx, { groups }) => deleteGroup(ctx, { group: groups.clients, name: "Acme finance" }),
    verdicts: ADMINS_HERE,
  },
];
