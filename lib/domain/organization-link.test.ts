import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeLink, makeRequest } from "@/tests/linking";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { ChangeOrganizationLink } from "./link-shape";
import {
  changeOrganizationLink,
  createOrganizationLink,
  getOrganizationLink,
  listOrganizationLinkUses,
  refreshOrganizationLink,
  turnOnOrganizationLink,
} from "./organization-link";

await useDatabase();

const form = (link: string, fields: Record<string, string | undefined> = {}) =>
  ChangeOrganizationLink.parse({ link, access: "anyone", approval: "on", ...fields });

test(
  "an organization has one invite link, for internal users who ask to join it",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    expect(await getOrganizationLink(ada)).toBe(null);
    const { id } = await createOrganizationLink(ada, { command: newId() });
    expect(await createOrganizationLink(ada, { command: newId() })).toEqual({ id });
    expect(await getOrganizationLink(ada)).toMatchObject({
      ...{ id, state: "open", mode: "request", audience: "internal", role: null, locked: null },
    });
    expect(await getOrganizationLink(await world.asOtto())).toBe(null);
  }),
);

test(
  "colleagues join by it without approval only from domains that an admin named",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const { id } = await createOrganizationLink(ada, { command: newId() });
    await expect(changeOrganizationLink(ada, form(id, { approval: undefined }))).rejects.toMatchObject({
      fields: { approval: "Internal users join without approval only from domains that you name." },
    });
    const fields = { access: "domains", domains: "northwind.example", maxUses: "10", days: "7" };
    await changeOrganizationLink(ada, form(id, { ...fields, approval: undefined }));
    expect(await getOrganizationLink(ada)).toMatchObject({
      ...{ mode: "join", domains: ["northwind.example"], maxUses: 10, audience: "internal" },
    });
  }),
);

test(
  "it is refreshed, switched off and on like any link, and stops with its maker",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const { id } = await createOrganizationLink(ada, { command: newId() });
    await refreshOrganizationLink(ada, { link: id, generation: 1 });
    await expect(refreshOrganizationLink(ada, { link: id, generation: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    await changeOrganizationLink(ada, form(id, { access: "off" }));
    expect((await getOrganizationLink(ada))?.state).toBe("paused");
    await turnOnOrganizationLink(ada, { link: id });
    expect((await getOrganizationLink(ada))?.state).toBe("open");
    const demote = sql`update contacts set is_admin = false where org_id = ${world.orgId} and id = ${world.id("ada")}`;
    await world.db.execute(demote);
    expect((await getOrganizationLink(ada))?.state).toBe("stopped");
  }),
);

test(
  "a workspace's link is none of it, and its uses are its own",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const workspaces = await makeLink(world);
    await makeRequest(world, workspaces);
    await expect(changeOrganizationLink(ada, form(workspaces))).rejects.toMatchObject({ code: "not_found" });
    expect(await listOrganizationLinkUses(ada)).toEqual({ list: [], next: null });
    const { id } = await createOrganizationLink(ada, { command: newId() });
    await makeRequest(world, id, { workspaceId: null, name: "Lou Ray" });
    expect((await listOrganizationLinkUses(ada)).list).toMatchObject([
      { name: "Lou Ray", status: "pending" },
    ]);
  }),
);
