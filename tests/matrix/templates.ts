import { newId } from "@/lib/domain/id";
import { flowOfWorkspace, listTemplates } from "@/lib/domain/template-list";
import { listSuggested, recogniseHolders, suggestHolders } from "@/lib/domain/template-people";
import { getStarted } from "@/lib/domain/template-started";
import { startFromTemplate } from "@/lib/domain/template-use";
import {
  createTemplate,
  deleteTemplate,
  duplicateTemplate,
  editTemplate,
  getTemplate,
} from "@/lib/domain/templates";
import { makeTemplate, starting, templating } from "../templating";
import type { Row } from "./row";

const INTERNAL: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];
/** About Ines's template, which is shared. */
const SHARED: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "not_found"];
const OWNER_AND_ADMINS: Row["verdicts"] = ["ok", "ok", "forbidden", "forbidden", "not_found"];

const ONE = "/[org]/templates/[template]";

/** Templates: Ines owns the one that is shared. */
export const templateRows: Row[] = [
  {
    name: "listTemplates",
    operation: "templates:view",
    paths: ["/[org]/templates"],
    run: (ctx) => listTemplates(ctx, {}),
    verdicts: INTERNAL,
  },
  {
    name: "getTemplate",
    operation: "templates:view",
    paths: [ONE],
    run: (ctx, { template }) => getTemplate(ctx, template),
    verdicts: SHARED,
  },
  {
    name: "createTemplate",
    operation: "templates:create",
    paths: ["createTemplateAction", "/[org]/templates/new"],
    run: (ctx) => createTemplate(ctx, templating()),
    verdicts: INTERNAL,
  },
  {
    name: "flowOfWorkspace",
    operation: "templates:create",
    paths: ["/[org]/templates/new"],
    run: (ctx) => flowOfWorkspace(ctx),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "duplicateTemplate",
    operation: "templates:create",
    paths: ["duplicateTemplateAction"],
    run: (ctx, { template }) => duplicateTemplate(ctx, { template, command: newId() }),
    verdicts: SHARED,
  },
  {
    name: "editTemplate",
    operation: "templates:edit",
    paths: ["editTemplateAction"],
    run: async (ctx, { template, as }) => {
      const { version } = await getTemplate(await as("ines"), template);
      const { command: _, ...details } = templating();
      return editTemplate(ctx, { ...details, template, version });
    },
    verdicts: OWNER_AND_ADMINS,
  },
  {
    name: "deleteTemplate",
    operation: "templates:edit",
    paths: ["deleteTemplateAction"],
    run: (ctx, { template }) => deleteTemplate(ctx, { template }),
    verdicts: OWNER_AND_ADMINS,
  },
  {
    name: "startFromTemplate",
    operation: "templates:use",
    paths: ["startFromTemplateAction"],
    run: (ctx, { template }) => startFromTemplate(ctx, starting(template, ["Noel", "kim@acme.com"])),
    verdicts: SHARED,
  },
  {
    name: "startFromTemplate (one's own)",
    operation: "templates:use",
    paths: ["startFromTemplateAction"],
    run: async (ctx) => startFromTemplate(ctx, starting(await makeTemplate(ctx), [])),
    verdicts: INTERNAL,
  },
  {
    name: "getStarted (somebody else's act)",
    operation: "templates:use",
    paths: [`${ONE}/use/[command]`],
    run: (ctx, { template, command }) => getStarted(ctx, template, command),
    verdicts: ["not_found", "not_found", "not_found", "forbidden", "not_found"],
  },
  {
    name: "listSuggested",
    operation: "templates:use",
    paths: [`${ONE}/use`],
    run: (ctx) => listSuggested(ctx),
    verdicts: INTERNAL,
  },
  {
    name: "suggestHolders",
    operation: "templates:use",
    paths: ["/[org]/templates/people"],
    run: (ctx) => suggestHolders(ctx, { q: "a", audience: "any" }),
    verdicts: INTERNAL,
  },
  {
    name: "recogniseHolders",
    operation: "templates:use",
    paths: ["/[org]/templates/people"],
    run: (ctx) => recogniseHolders(ctx, { audience: "any" }, { texts: [{ text: "kim@acme.com" }] }),
    verdicts: INTERNAL,
  },
];
