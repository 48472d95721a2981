import { addFromDraft } from "@/lib/domain/add-people";
import { findAdded, findDraft, getDraft } from "@/lib/domain/drafts";
import { findDuplicates } from "@/lib/domain/duplicates";
import { fixPeople } from "@/lib/domain/fix-people";
import { newId } from "@/lib/domain/id";
import { keepChoice } from "@/lib/domain/save-details";
import { discardDraft, findUnfinished } from "@/lib/domain/unfinished";
import { getHowOptions, listAdmins, listDetailsOptions } from "@/lib/domain/wizard-options";
import { choosing, draftClient, draftColleague, draftGroup } from "../drafting";
import type { Row } from "./row";

const INTERNAL: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];
const ADMINS: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "ok"];

const DETAILS = "/[org]/contacts/new/[kind]/[draft]";
const newcomer = () => ({ email: `${newId()}@acme.com` });

/** The steps of the "+" wizard. */
export const wizardRows: Row[] = [
  {
    name: "savePerson (client)",
    operation: "contacts:create",
    paths: ["saveDetailsAction"],
    run: (ctx) => draftClient(ctx, newcomer()),
    verdicts: INTERNAL,
  },
  {
    name: "savePerson (internal user)",
    operation: "contacts:create-internal",
    paths: ["saveDetailsAction"],
    run: (ctx) => draftColleague(ctx, newcomer()),
    verdicts: ADMINS,
  },
  {
    name: "saveGroup (client group)",
    operation: "groups:create",
    paths: ["saveDetailsAction"],
    run: (ctx) => draftGroup(ctx, newcomer().email),
    verdicts: INTERNAL,
  },
  {
    name: "saveGroup (internal team)",
    operation: "groups:create-team",
    paths: ["saveDetailsAction"],
    run: (ctx) => draftGroup(ctx, newcomer().email, "team"),
    verdicts: ADMINS,
  },
  {
    name: "getDraft",
    operation: "contacts:create",
    paths: [`${DETAILS}/how`, `${DETAILS}/done`],
    run: async (ctx) => getDraft(ctx, "client", await draftClient(ctx, newcomer())),
    verdicts: INTERNAL,
  },
  {
    name: "findDraft",
    operation: "contacts:create",
    paths: [DETAILS],
    run: (ctx) => findDraft(ctx, "client", newId()),
    verdicts: INTERNAL,
  },
  {
    name: "findUnfinished",
    operation: "contacts:create",
    paths: [DETAILS],
    run: (ctx) => findUnfinished(ctx, "client"),
    verdicts: INTERNAL,
  },
  {
    name: "discardDraft",
    operation: "contacts:create",
    paths: ["discardDraftAction"],
    run: async (ctx) => discardDraft(ctx, { kind: "client", draft: await draftClient(ctx, newcomer()) }),
    verdicts: INTERNAL,
  },
  {
    name: "listDetailsOptions",
    operation: "groups:create-team",
    paths: [DETAILS],
    run: (ctx) => listDetailsOptions(ctx, "team", []),
    verdicts: ADMINS,
  },
  {
    name: "getHowOptions",
    operation: "contacts:create",
    paths: [`${DETAILS}/how`],
    run: async (ctx) => getHowOptions(ctx, await getDraft(ctx, "client", await draftClient(ctx, newcomer()))),
    verdicts: INTERNAL,
  },
  {
    name: "listAdmins",
    operation: "contacts:view",
    paths: ["/[org]/contacts/new/[kind]"],
    run: (ctx) => listAdmins(ctx),
    verdicts: INTERNAL,
  },
  {
    name: "findAdded",
    operation: "contacts:view",
    paths: ["/[org]/contacts/[contact]"],
    run: (ctx, scene) => findAdded(ctx, newId(), scene.kim),
    verdicts: INTERNAL,
  },
  {
    name: "findDuplicates",
    operation: "contacts:view",
    paths: ["saveDetailsAction", `${DETAILS}/how`],
    run: (ctx) => findDuplicates(ctx, { email: "kim@acme.com" }),
    verdicts: INTERNAL,
  },
  {
    name: "keepChoice",
    operation: "contacts:create",
    paths: ["chooseHowAction", "keepHowAction"],
    run: async (ctx) =>
      keepChoice(
        ctx,
        { kind: "client", draft: await draftClient(ctx, newcomer()) },
        { choice: choosing("quiet") },
      ),
    verdicts: INTERNAL,
  },
  {
    name: "addFromDraft",
    operation: "contacts:create",
    paths: ["chooseHowAction"],
    run: async (ctx) =>
      addFromDraft(ctx, { kind: "client", draft: await draftClient(ctx, newcomer()) }, choosing("contacts")),
    verdicts: INTERNAL,
  },
  {
    name: "addFromDraft (internal user)",
    operation: "contacts:create-internal",
    paths: ["chooseHowAction"],
    run: async (ctx) =>
      addFromDraft(
        ctx,
        { kind: "internal", draft: await draftColleague(ctx, newcomer()) },
        choosing("quiet"),
      ),
    verdicts: ADMINS,
  },
  {
    name: "fixPeople",
    operation: "groups:create",
    paths: ["fixPeopleAction"],
    run: async (ctx) => {
      const draft = { kind: "client_group", draft: await draftGroup(ctx, newcomer().email) } as const;
      await addFromDraft(ctx, draft, choosing("quiet"));
      const people = [{ address: newcomer().email, kind: "client" as const }];
      return fixPeople(ctx, draft, { command: newId(), people });
    },
    verdicts: INTERNAL,
  },
];
