import { expect, test } from "vitest";
import { makeLink, makeRequest } from "@/tests/linking";
import { inWorld, testKeys, useDatabase } from "@/tests/world";
import { provesToken, readToken } from "./token";
import { getLink, listLinkUses } from "./workspace-links";

await useDatabase();

test(
  "the link is derived: it proves itself for joining and this generation, and stands in no table",
  inWorld(async (world) => {
    const id = await makeLink(world);
    const { path } = await getLink(await world.as("ada"), { link: id });
    const token = path.replace("/join/", "");
    expect(readToken(token)?.id).toBe(id);
    expect(provesToken(testKeys, token, "join", 1)).toBe(true);
    expect(provesToken(testKeys, token, "join", 2)).toBe(false);
    expect(provesToken(testKeys, token, "invite", 1)).toBe(false);
  }),
);

test(
  "a link is open, switched off, stopped with its maker, run out or used up",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const state = async (id: string) => (await getLink(ctx, { link: id })).state;
    expect(await state(await makeLink(world))).toBe("open");
    expect(await state(await makeLink(world, { pausedAt: new Date() }))).toBe("paused");
    expect(await state(await makeLink(world, { expiresAt: new Date(0) }))).toBe("expired");
    expect(await state(await makeLink(world, { uses: 2, maxUses: 2 }))).toBe("used_up");
    expect(await state(await makeLink(world, { uses: 1, maxUses: 2 }))).toBe("open");
    expect(await state(await makeLink(world, { createdBy: world.id("noel") }))).toBe("stopped");
    expect(await state(await makeLink(world, { audience: "internal" }))).toBe("stopped");
  }),
);

test(
  "who waits is counted and named; who waited too long is not",
  inWorld(async (world) => {
    const id = await makeLink(world, { uses: 6 });
    for (const name of ["Kim Lee", "Jo Park", "Sam Oh", "Lou Ray"]) {
      await makeRequest(world, id, { name });
      await world.pass("1 minute");
    }
    await makeRequest(world, id, { name: "Max Late", expiresAt: new Date(0) });
    await makeRequest(world, id, { name: "Deb Done", status: "approved" });
    const link = await getLink(await world.as("ines"), { link: id });
    expect(link).toMatchObject({ uses: 6, waiting: 4, waitingNames: ["Kim Lee", "Jo Park", "Sam Oh"] });
  }),
);

test(
  "uses are listed newest first, fifty a page, each on one page only",
  inWorld(async (world) => {
    const [id, other] = [await makeLink(world), await makeLink(world)];
    await makeRequest(world, other, { name: "Somebody else" });
    for (let nth = 0; nth < 120; nth++)
      await makeRequest(world, id, {
        ...{ name: `Person ${nth}`, createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(nth / 3))) },
        ...(nth === 119 && { status: "declined" as const, decidedBy: world.id("ada") }),
      });
    const ines = await world.as("ines");
    const seen: string[] = [];
    let after: string | undefined;
    const pages: number[] = [];
    do {
      const page = await listLinkUses(ines, { link: id, after });
      pages.push(page.list.length);
      seen.push(...page.list.map(({ name }) => name ?? ""));
      after = page.next ?? undefined;
    } while (after);
    expect(pages).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
    expect(seen.slice(-3).sort()).toEqual(["Person 0", "Person 1", "Person 2"]);
    const { list } = await listLinkUses(ines, { link: id, after: "what~ever" });
    expect(list[0]).toMatchObject({ name: "Person 119", status: "declined", decidedBy: "Ada" });
  }),
);
