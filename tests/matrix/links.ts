import { newId } from "@/lib/domain/id";
import {
  changeOrganizationLink,
  createOrganizationLink,
  getOrganizationLink,
  listOrganizationLinkUses,
  refreshOrganizationLink,
  turnOnOrganizationLink,
} from "@/lib/domain/organization-link";
import {
  changeWorkspaceLink,
  createLink,
  getLink,
  listLinks,
  listLinkUses,
  listRolesToFill,
  refreshWorkspaceLink,
  turnOnWorkspaceLink,
} from "@/lib/domain/workspace-links";
import { linkForm } from "../linking";
import { MEMBERS_ONLY, type Row } from "./row";

/** Internal members only, about their own workspace, which everybody has. */
const IN_ONES_OWN: Row["verdicts"] = ["ok", "ok", "not_found", "forbidden", "ok"];
const ADMINS: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "ok"];
const ADMINS_HERE: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "not_found"];

const workspaceRows: Row[] = [
  {
    name: "listLinks",
    operation: "links:view",
    paths: ["/[org]/w/[workspace]/link"],
    run: (ctx) => listLinks(ctx),
    verdicts: IN_ONES_OWN,
  },
  {
    name: "listRolesToFill",
    operation: "links:view",
    paths: [],
    run: (ctx) => listRolesToFill(ctx),
    verdicts: IN_ONES_OWN,
  },
  {
    name: "getLink",
    operation: "links:view",
    paths: ["/[org]/w/[workspace]/link/[link]/[image]"],
    run: (ctx, { links }) => getLink(ctx, { link: links.clients }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "listLinkUses",
    operation: "links:view",
    paths: [],
    run: (ctx, { links }) => listLinkUses(ctx, { link: links.clients }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "createLink",
    operation: "links:manage",
    paths: ["createLinkAction"],
    run: (ctx) => createLink(ctx, { command: newId() }),
    verdicts: IN_ONES_OWN,
  },
  {
    name: "changeWorkspaceLink",
    operation: "links:manage",
    paths: ["changeLinkAction"],
    run: (ctx, { links }) => changeWorkspaceLink(ctx, linkForm(links.clients, { maxUses: "5" })),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "changeWorkspaceLink (to let internal users in)",
    operation: "links:let-in-internal",
    paths: [],
    run: (ctx, { links }) => changeWorkspaceLink(ctx, linkForm(links.clients, { audience: "internal" })),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
  {
    name: "turnOnWorkspaceLink",
    operation: "links:manage",
    paths: ["turnOnLinkAction"],
    run: (ctx, { links }) => turnOnWorkspaceLink(ctx, { link: links.clients }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "refreshWorkspaceLink",
    operation: "links:manage",
    paths: ["refreshLinkAction"],
    run: (ctx, { links }) => refreshWorkspaceLink(ctx, { link: links.clients, generation: 1 }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "refreshWorkspaceLink (of internal users)",
    operation: "links:let-in-internal",
    paths: [],
    run: (ctx, { links }) => refreshWorkspaceLink(ctx, { link: links.internal, generation: 1 }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
];

const organizationRows: Row[] = [
  {
    name: "getOrganizationLink",
    operation: "organization-link:manage",
    paths: ["/[org]/contacts/internal-link", "/[org]/contacts/internal-link/[image]"],
    run: (ctx) => getOrganizationLink(ctx),
    verdicts: ADMINS,
  },
  {
    name: "listOrganizationLinkUses",
    operation: "organization-link:manage",
    paths: [],
    run: (ctx) => listOrganizationLinkUses(ctx),
    verdicts: ADMINS,
  },
  {
    name: "createOrganizationLink",
    operation: "organization-link:manage",
    paths: ["createOrganizationLinkAction"],
    run: (ctx) => createOrganizationLink(ctx, { command: newId() }),
    verdicts: ADMINS,
  },
  {
    name: "changeOrganizationLink",
    operation: "organization-link:manage",
    paths: ["changeOrganizationLinkAction"],
    run: (ctx, { links }) => changeOrganizationLink(ctx, { access: "off", link: links.organization }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "turnOnOrganizationLink",
    operation: "organization-link:manage",
    paths: ["turnOnOrganizationLinkAction"],
    run: (ctx, { links }) => turnOnOrganizationLink(ctx, { link: links.organization }),
    verdicts: ADMINS_HERE,
  },
  {
    name: "refreshOrganizationLink",
    operation: "organization-link:manage",
    paths: ["refreshOrganizationLinkAction"],
    run: (ctx, { links }) => refreshOrganizationLink(ctx, { link: links.organization, generation: 1 }),
    verdicts: ADMINS_HERE,
  },
];

/** Workspace Links, and the invite link that an organization has for its internal users. */
export const linkRows: Row[] = [...workspaceRows, ...organizationRows];
