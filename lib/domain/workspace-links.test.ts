import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { linkForm, makeLink } from "@/tests/linking";
import { inWorld, testKeys, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { provesToken } from "./token";
import {
  changeWorkspaceLink,
  createLink,
  getLink,
  listLinks,
  listLinkUses,
  MAX_LINKS,
  refreshWorkspaceLink,
  turnOnWorkspaceLink,
} from "./workspace-links";

await useDatabase();

const told = async ({ db, orgId }: World) =>
  (
    await db.execute<{ kind: string; data: { fields: string[] } }>(
      sql`select kind, data from activity where org_id = ${orgId} and kind like 'link_%' order by at, id`,
    )
  ).map(({ kind, data }) => [kind, ...data.fields].join(": "));

const stored = async ({ db, orgId }: World, id: string) =>
  (await db.execute(sql`select * from workspace_links where org_id = ${orgId} and id = ${id}`))[0];

test(
  "a new link lets clients ask to join for 30 days, once however often the form is sent",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const command = newId();
    const { id } = await createLink(ctx, { command });
    expect(await createLink(ctx, { command })).toEqual({ id });
    const [link, ...others] = await listLinks(ctx);
    expect(others).toEqual([]);
    expect(link).toMatchObject({
      ...{ id, state: "open", mode: "request", audience: "client", role: null, domains: [], maxUses: null },
      ...{ uses: 0, waiting: 0, waitingNames: [], maker: "Ines", locked: null, generation: 1 },
    });
    expect(Math.round(((link?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(30);
    expect(await told(world)).toEqual(["link_created"]);
  }),
);

test(
  "a workspace has at most 20 links",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    for (let nth = 0; nth < MAX_LINKS; nth++) await createLink(ctx, { command: newId() });
    await expect(createLink(ctx, { command: newId() })).rejects.toMatchObject({ code: "limited" });
    expect(await listLinks(ctx)).toHaveLength(MAX_LINKS);
  }),
);

test(
  "a change is stored, told by what was changed, and made in the name of who made it",
  inWorld(async (world) => {
    const id = await makeLink(world);
    const ada = await world.as("ada");
    const fields = { access: "domains", domains: "Acme.com *.acme.com", role: world.roles.signatory };
    await changeWorkspaceLink(
      ada,
      linkForm(id, { ...fields, maxUses: "5", days: "90", approval: undefined }),
    );
    const link = await getLink(ada, { link: id });
    expect(link).toMatchObject({
      ...{ mode: "join", domains: ["acme.com", "*.acme.com"], role: world.roles.signatory, maxUses: 5 },
      maker: "Ada",
    });
    expect(Math.round((link.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(90);
    expect(await told(world)).toEqual(["link_changed: approval: role: domains: number of uses: expiry"]);
    await changeWorkspaceLink(ada, linkForm(id, { ...fields, maxUses: "5", approval: undefined }));
    expect(await told(world)).toHaveLength(1);
  }),
);

test(
  "whoever switches a link off changes nothing else of it; whoever switches it on answers for it",
  inWorld(async (world) => {
    const id = await makeLink(world, {
      createdBy: world.id("noel"),
      domains: ["acme.com"],
      expiresAt: new Date(0),
    });
    const ines = await world.as("ines");
    await changeWorkspaceLink(ines, linkForm(id, { access: "off", domains: "nonsense", maxUses: "-3" }));
    expect(await getLink(ines, { link: id })).toMatchObject({ state: "paused", domains: ["acme.com"] });
    await turnOnWorkspaceLink(ines, { link: id });
    expect(await getLink(ines, { link: id })).toMatchObject({ state: "open", maker: "Ines" });
    expect(await told(world)).toEqual(["link_changed: switch", "link_changed: switch"]);
  }),
);

test(
  "letting internal users in is for admins: to make such a link, to change it, to switch it on and to refresh it",
  inWorld(async (world) => {
    const [open, internal] = [await makeLink(world), await makeLink(world, { audience: "internal" })];
    const ines = await world.as("ines");
    const refused = {
      code: "forbidden",
      message: "Only admins can let internal users in by a link. Ask an admin.",
    };
    const attempts = [
      () => changeWorkspaceLink(ines, linkForm(open, { audience: "internal" })),
      () => changeWorkspaceLink(ines, linkForm(internal, { audience: "client" })),
      () => turnOnWorkspaceLink(ines, { link: internal }),
      () => refreshWorkspaceLink(ines, { link: internal, generation: 1 }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(refused);
    expect((await getLink(ines, { link: internal })).locked).toBe(refused.message);
    await changeWorkspaceLink(ines, linkForm(internal, { access: "off" }));
    await changeWorkspaceLink(await world.as("ada"), linkForm(open, { audience: "internal" }));
    expect(await getLink(ines, { link: open })).toMatchObject({
      state: "open",
      audience: "internal",
      maker: "Ada",
    });
  }),
);

test(
  "internal users join without approval only from named domains",
  inWorld(async (world) => {
    const id = await makeLink(world);
    const ada = await world.as("ada");
    const direct = { audience: "internal", approval: undefined };
    await expect(changeWorkspaceLink(ada, linkForm(id, direct))).rejects.toMatchObject({
      code: "invalid",
      fields: { approval: "Internal users join without approval only from domains that you name." },
    });
    await changeWorkspaceLink(
      ada,
      linkForm(id, { ...direct, access: "domains", domains: "northwind.example" }),
    );
    expect(await getLink(ada, { link: id })).toMatchObject({ mode: "join", audience: "internal" });
  }),
);

test(
  "a role has to be one of this workspace, and for the people who join",
  inWorld(async (world) => {
    const id = await makeLink(world);
    const ada = await world.as("ada");
    const [foreign] = await world.db.execute<{ id: string }>(
      sql`select id from roles where org_id = ${world.otherOrgId} and position = 0`,
    );
    const role = async (value = "", audience = "client") =>
      changeWorkspaceLink(ada, linkForm(id, { role: value, audience })).catch(({ fields }) => fields.role);
    expect(await role(foreign?.id)).toBe("Choose a role of this workspace.");
    expect(await role(newId())).toBe("Choose a role of this workspace.");
    expect(await role(world.roles.lead)).toBe("Account lead is a role for internal users.");
    expect(await role(world.roles.signatory, "internal")).toBe("Client signatory is a role for clients.");
    expect(await role(world.roles.reviewer)).toEqual({ id });
  }),
);

test(
  "a link allows no fewer uses than it has had",
  inWorld(async (world) => {
    const id = await makeLink(world, { uses: 3 });
    const ines = await world.as("ines");
    await expect(changeWorkspaceLink(ines, linkForm(id, { maxUses: "2" }))).rejects.toMatchObject({
      fields: { maxUses: "This link has been used 3 times already. Allow at least 3." },
    });
    await changeWorkspaceLink(ines, linkForm(id, { maxUses: "3" }));
    expect((await getLink(ines, { link: id })).state).toBe("used_up");
  }),
);

test(
  "refreshing makes the link dead that was seen, and only that one",
  inWorld(async (world) => {
    const id = await makeLink(world);
    const ines = await world.as("ines");
    const before = await getLink(ines, { link: id });
    await refreshWorkspaceLink(ines, { link: id, generation: before.generation });
    const now = await getLink(ines, { link: id });
    const proves = ({ path }: { path: string }) =>
      provesToken(testKeys, path.replace("/join/", ""), "join", now.generation);
    expect([proves(before), proves(now)]).toEqual([false, true]);
    await expect(
      refreshWorkspaceLink(await world.as("ada"), { link: id, generation: before.generation }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await told(world)).toEqual(["link_refreshed"]);
    expect(JSON.stringify(await told(world))).not.toContain(now.path);
  }),
);

test(
  "links of another workspace and of another organization are not found",
  inWorld(async (world) => {
    const foreign = await makeLink(world, {
      ...{ orgId: world.otherOrgId, workspaceId: world.otherWorkspaceId, createdBy: world.id("otto") },
    });
    const organizations = await makeLink(world, {
      workspaceId: null,
      audience: "internal",
      createdBy: world.id("ada"),
    });
    const ada = await world.as("ada");
    for (const link of [foreign, organizations, newId()]) {
      const missing = { code: "not_found" };
      await expect(getLink(ada, { link })).rejects.toMatchObject(missing);
      await expect(listLinkUses(ada, { link })).rejects.toMatchObject(missing);
      await expect(changeWorkspaceLink(ada, linkForm(link))).rejects.toMatchObject(missing);
      await expect(turnOnWorkspaceLink(ada, { link })).rejects.toMatchObject(missing);
      await expect(refreshWorkspaceLink(ada, { link, generation: 1 })).rejects.toMatchObject(missing);
    }
    await expect(getLink(ada, { link: "x' or true --" })).rejects.toMatchObject({ code: "not_found" });
    expect(await listLinks(ada)).toEqual([]);
  }),
);

test(
  "links of an archived workspace are not touched",
  inWorld(async (world) => {
    const id = await makeLink(world);
    await world.db.execute(
      sql`update workspaces set archived_at = now() where org_id = ${world.orgId} and id = ${world.workspaceId}`,
    );
    const before = await stored(world, id);
    const ada = await world.as("ada");
    const attempts = [
      () => createLink(ada, { command: newId() }),
      () => changeWorkspaceLink(ada, linkForm(id, { maxUses: "1" })),
      () => refreshWorkspaceLink(ada, { link: id, generation: 1 }),
    ];
    for (const attempt of attempts)
      await expect(async () => attempt()).rejects.toMatchObject({ code: "conflict" });
    expect(await stored(world, id)).toEqual(before);
  }),
);
