import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { linkForm } from "@/tests/linking";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { changeWorkspaceLink, createLink } from "./workspace-links";

await useDatabase();

const stored = async ({ db, orgId }: World, id: string) =>
  (await db.execute(sql`select * from workspace_links where org_id = ${orgId} and id = ${id}`))[0];

test(
  "who saves a page that has grown old changes what they changed on it, and nothing of what others did since",
  inWorld(async (world) => {
    const [ada, ines] = [await world.as("ada"), await world.as("ines")];
    const { id } = await createLink(ines, { command: newId() });
    const seen = { access: "anyone", domains: "", approval: "on", maxUses: "", audience: "client", role: "" };
    const narrowed = { access: "domains", domains: "acme.com" };
    await changeWorkspaceLink(ada, linkForm(id, { ...narrowed, seen: JSON.stringify(seen) }));
    await changeWorkspaceLink(ines, linkForm(id, { maxUses: "5", seen: JSON.stringify(seen) }));
    expect(await stored(world, id)).toMatchObject({ domains: ["acme.com"], max_uses: 5, mode: "request" });
    const now = { ...seen, ...narrowed, maxUses: "5" };
    await changeWorkspaceLink(
      ines,
      linkForm(id, { domains: "acme.com", maxUses: "5", seen: JSON.stringify(now) }),
    );
    expect(await stored(world, id)).toMatchObject({ domains: [], max_uses: 5 });
  }),
);

test(
  "domains typed beside another choice are no wish to let everybody in",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const { id } = await createLink(ctx, { command: newId() });
    const before = await stored(world, id);
    await expect(
      changeWorkspaceLink(ctx, linkForm(id, { domains: "acme.com", maxUses: "5" })),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: { domains: "Choose “Only people at” to use these domains, or empty the field." },
    });
    expect(await stored(world, id)).toEqual(before);
  }),
);
