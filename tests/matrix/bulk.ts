import { exportWords } from "@/components/contacts/export-words";
import { getBulk } from "@/lib/domain/bulk";
import { addManyToGroup, addManyToWorkspace, deactivateMany, inviteMany } from "@/lib/domain/bulk-acts";
import { deactivateOne, reactivateOne } from "@/lib/domain/deactivate";
import { findDuplicates } from "@/lib/domain/duplicates";
import { exportContacts } from "@/lib/domain/export-contacts";
import { newId } from "@/lib/domain/id";
import { mergeContacts } from "@/lib/domain/merge";
import { getMerge, listMergeable } from "@/lib/domain/merge-view";
import { plainWords } from "../plain-words";
import type { Row } from "./row";

const EVERY_INTERNAL: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];
const ADMINS_HERE: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "not_found"];

const words = exportWords(plainWords("contacts"), plainWords("ui"));

const many = (...contacts: string[]) => ({ command: newId(), contacts });

/** Acts on many contacts, and on who is the same person or gone. */
export const bulkRows: Row[] = [
  {
    name: "getBulk",
    operation: "contacts:view",
    paths: ["/[org]/contacts/bulk"],
    run: (ctx, { kim }) => getBulk(ctx, { act: "workspace", chosen: { contacts: [kim] } }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "getBulk (to deactivate)",
    operation: "contacts:deactivate",
    paths: ["/[org]/contacts/bulk"],
    run: (ctx, { kim }) => getBulk(ctx, { act: "deactivate", chosen: { contacts: [kim] } }),
    verdicts: ["ok", "forbidden", "forbidden", "forbidden", "ok"],
  },
  {
    name: "addManyToWorkspace",
    operation: "members:invite",
    paths: ["addManyToWorkspaceAction"],
    run: (ctx, { workspaceId, id }) =>
      addManyToWorkspace(ctx, { ...many(id("quinn")), workspace: workspaceId, note: null }),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "addManyToGroup (Ines manages it)",
    operation: "groups:edit-people",
    paths: ["addManyToGroupAction"],
    run: (ctx, { groups, kim }) => addManyToGroup(ctx, { ...many(kim), group: groups.clients }),
    verdicts: ["ok", "ok", "forbidden", "forbidden", "not_found"],
  },
  {
    name: "inviteMany",
    operation: "contacts:invite",
    paths: ["inviteManyAction"],
    run: (ctx, { kim }) => inviteMany(ctx, { ...many(kim), note: null }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "deactivateMany",
    operation: "contacts:deactivate",
    paths: ["deactivateManyAction"],
    run: (ctx, { kim }) => deactivateMany(ctx, many(kim)),
    verdicts: ADMINS_HERE,
  },
  {
    name: "deactivateOne",
    operation: "contacts:deactivate",
    paths: ["deactivateContactAction"],
    run: (ctx, { kim }) => deactivateOne(ctx, { contacts: [kim] }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "reactivateOne (who is active)",
    operation: "contacts:deactivate",
    paths: ["reactivateContactAction"],
    run: (ctx, { kim }) => reactivateOne(ctx, { contacts: [kim] }),
    verdicts: ["conflict", "forbidden", "forbidden", "forbidden", "not_found"],
  },
  {
    name: "mergeContacts",
    operation: "contacts:merge",
    paths: ["mergeContactsAction"],
    run: (ctx, { kim, id }) => mergeContacts(ctx, { keep: id("quinn"), drop: kim }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "getMerge",
    operation: "contacts:merge",
    paths: ["/[org]/contacts/merge"],
    run: (ctx, { kim, id }) => getMerge(ctx, { keep: id("quinn"), drop: kim }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "listMergeable",
    operation: "contacts:merge",
    paths: ["/[org]/contacts/merge"],
    run: (ctx, { kim }) => listMergeable(ctx, { keep: kim }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "findDuplicates",
    operation: "contacts:view",
    paths: ["/[org]/contacts/[contact]"],
    run: (ctx) => findDuplicates(ctx, { email: "kim@acme.com" }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "exportContacts",
    operation: "contacts:export",
    paths: ["/[org]/contacts/export"],
    run: (ctx) => exportContacts(ctx, { all: {} }, words),
    verdicts: EVERY_INTERNAL,
  },
];
