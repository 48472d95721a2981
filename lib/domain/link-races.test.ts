import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { linkForm, makeLink } from "@/tests/linking";
import { inOpenWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { createOrganizationLink } from "./organization-link";
import { changeWorkspaceLink, createLink, MAX_LINKS, refreshWorkspaceLink } from "./workspace-links";

await useDatabase();

const stored = async ({ db, orgId, id }: World, link: string) => {
  const [row] = await db.execute<{ audience: string; generation: number; by: string }>(sql`
    select audience, generation, created_by as by from workspace_links where org_id = ${orgId} and id = ${link}`);
  const name = row?.by === id("ada") ? "Ada" : "Ines";
  return `${row?.audience}, ${row?.generation}, ${name}`;
};

test(
  "refreshing a link while an admin opens it to internal users ends as if one had come after the other, 100 times",
  inOpenWorld(async (world) => {
    const [ada, ines] = [await world.as("ada"), await world.as("ines")];
    const ends = new Set<string>();
    for (let round = 0; round < 100; round++) {
      const link = await makeLink(world);
      const change = () => changeWorkspaceLink(ada, linkForm(link, { audience: "internal" }));
      const refresh = () => refreshWorkspaceLink(ines, { link, generation: 1 });
      const acts = round % 2 ? [change(), refresh()] : [refresh(), change()];
      const [failed] = (await Promise.allSettled(acts)).flatMap((one) =>
        one.status === "rejected" ? [one.reason.code] : [],
      );
      ends.add(`${await stored(world, link)}, ${failed ?? "both"}`);
    }
    expect([...ends].sort()).toEqual(["internal, 1, Ada, forbidden", "internal, 2, Ada, both"]);
  }),
  60_000,
);

test(
  "a link refreshed by two at once is replaced once, and who came second is told, 50 times",
  inOpenWorld(async (world) => {
    const [ada, ines] = [await world.as("ada"), await world.as("ines")];
    for (let round = 0; round < 50; round++) {
      const link = await makeLink(world);
      const answers = await Promise.allSettled(
        [ada, ines].map((ctx) => refreshWorkspaceLink(ctx, { link, generation: 1 })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await stored(world, link)).toMatch(/^client, 2, /);
    }
  }),
  60_000,
);

test(
  "links made at once stay within their number, and the organization's is only ever one",
  inOpenWorld(async (world) => {
    const ada = await world.as("ada");
    await Promise.allSettled(
      Array.from({ length: MAX_LINKS + 5 }, () => createLink(ada, { command: newId() })),
    );
    const made = await Promise.all(
      Array.from({ length: 5 }, () => createOrganizationLink(ada, { command: newId() })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const rows = await world.db.execute(sql`
      select count(workspace_id)::int as links, count(*)::int as "all" from workspace_links where org_id = ${world.orgId}`);
    expect(rows[0]).toEqual({ links: MAX_LINKS, all: MAX_LINKS + 1 });
  }),
  60_000,
);
