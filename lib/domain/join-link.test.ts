import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLink, person, tokenOf } from "@/tests/joining";
import { tokenFor } from "@/tests/kim";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { readJoin } from "./join-link";

await useDatabase();

const change = (world: World, set: ReturnType<typeof sql>) =>
  world.db.execute(sql`update workspace_links set ${set} where org_id = ${world.orgId}`);

const CAUSES: [string, (world: World) => Promise<unknown>][] = [
  ["refreshed", (world) => change(world, sql`generation = 2`)],
  ["paused", (world) => change(world, sql`paused_at = now()`)],
  ["run out", (world) => change(world, sql`expires_at = now() - interval '1 second'`)],
  ["used up", (world) => change(world, sql`max_uses = 3, uses = 3`)],
  [
    "of an archived workspace",
    (world) => world.db.execute(sql`update workspaces set archived_at = now() where org_id = ${world.orgId}`),
  ],
  [
    "made by somebody deactivated since",
    (world) =>
      world.db.execute(sql`update contacts set deactivated_at = now() where id = ${world.id("ines")}
      and org_id = ${world.orgId}`),
  ],
  [
    "made by somebody who has left the workspace",
    (world) =>
      world.db.execute(sql`delete from members where contact_id = ${world.id("ines")}
      and org_id = ${world.orgId}`),
  ],
];

test.each(CAUSES)("a link that is %s is dead", (_, happen) =>
  inWorld(async (world) => {
    const { token } = await addLink(world);
    expect((await readJoin(world.visitor(), token)).state).toBe("open");
    await happen(world);
    expect(await readJoin(world.visitor(), token)).toEqual({ state: "dead" });
  })(),
);

test(
  "a link for internal users is dead when its maker is no admin any more",
  inWorld(async (world) => {
    const { token } = await addLink(world, { audience: "internal", createdBy: world.id("ada") });
    expect((await readJoin(world.visitor(), token)).state).toBe("open");
    await world.db.execute(sql`update contacts set is_admin = false where org_id = ${world.orgId}`);
    expect(await readJoin(world.visitor(), token)).toEqual({ state: "dead" });
  }),
);

test(
  "of 1,000 mangled tokens, tokens of other purposes and of other links none opens anything, and none throws",
  inScene(async (scene) => {
    const { id, token } = await addLink(scene);
    const mangled = Array.from({ length: 1_000 }, (_, i) => mangle(token, i)).filter((one) => one !== token);
    expect(mangled.length).toBeGreaterThan(990);
    const others = [
      ...["", "x", "\0", "💥", "A".repeat(71), `${token}=`, ` ${token}`, token.toLowerCase(), "../../x"],
      await tokenFor(scene),
      await tokenFor(scene, "join"),
      await tokenOf(scene, newId()),
      await tokenOf(scene, id, 2),
    ];
    const visitor = await person(scene, "lee@acme.com");
    for (const one of [...mangled, ...others]) {
      expect(await readJoin(scene.visitor(), one)).toEqual({ state: "dead" });
      if (one.length % 10 === 0) expect(await readJoin(visitor, one)).toEqual({ state: "dead" });
    }
  }),
);

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** One letter other, one missing, one more, two swapped, or cut off: each in every place. */
function mangle(token: string, i: number): string {
  const at = i % token.length;
  const letter = ALPHABET[(ALPHABET.indexOf(token[at] ?? "A") + 1 + (i % 61)) % 64];
  const [before, after] = [token.slice(0, at), token.slice(at + 1)];
  if (i % 5 === 1) return before + after;
  if (i % 5 === 2) return `${before}${letter}${token.slice(at)}`;
  if (i % 5 === 3) return before;
  return before + letter + after;
}
