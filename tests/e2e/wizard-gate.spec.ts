import { expect } from "@playwright/test";
import { newId } from "@/lib/domain/id";
import { openSession } from "@/lib/domain/sessions";
import { makeWorld } from "../cast";
import { draftClient } from "../drafting";
import { test } from "./installation";
import { builtActions, callAction } from "./raw-action";

const LONG = "x".repeat(100_000);

const NASTY: [string, string][][] = [
  [],
  [["isRoot", "on"]],
  [["name", "a\u0000b"]],
  [["name", LONG]],
  [["people", LONG]],
  [["people", '[{"contact":1},null,[[]]]']],
  [["email", LONG]],
  [
    ["groups", "1"],
    ["groups", "{}"],
  ],
  [["managers", "x'"]],
  [["how", "loudly"]],
  [["note", "\u0000"]],
  [["contact", "-"]],
  [["step", "forward"]],
];

/** A form that would do, with something of the above in place of one of its fields. */
const good = (kind: string): [string, string][] => {
  const isGroup = kind.endsWith("group") || kind.endsWith("team");
  return isGroup ? [["people", "kim@acme.com"]] : [["email", "kim@acme.com"]];
};

test("bad input to any step of the wizard is refused in words and writes nothing", async ({
  request,
  installation,
}) => {
  test.setTimeout(240_000);
  const world = await makeWorld(installation.db);
  const draft = await draftClient(await world.inOrganization("ada"));
  const before = await world.census();
  const cookie = `foyer.session=${await openSession(world.db, world.userOf("ada"))}`;
  const actions = builtActions().filter(({ name }) =>
    /^(saveDetails|chooseHow|fixPeople|discardDraft)Action$/.test(name),
  );
  expect(actions).toHaveLength(4);
  const places = [
    { kind: "client", draft: null },
    { kind: "internal-team", draft: null },
    { kind: "client", draft },
    { kind: "client-group", draft },
    { kind: "__proto__", draft: "../x" },
    { kind: { toString: "x" }, draft: { a: 1 } },
  ];
  for (const { id, name } of actions)
    for (const place of places)
      for (const nasty of NASTY) {
        const at = { org: world.slug, ...place };
        const fields = [...good(String(JSON.stringify(place.kind)).replaceAll('"', "")), ...nasty];
        const call = { id, at, fields, headers: { origin: installation.url, cookie } };
        const answer = await callAction(request, installation.url, call);
        const told = JSON.stringify([name, place, nasty]).slice(0, 200);
        expect.soft([answer.status, answer.isDone], told).toEqual([200, false]);
        expect.soft(answer.code, told).toMatch(/^(invalid|not_found)$/);
      }
  expect(await world.census()).toEqual(before);
});

test("a draft of somebody else answers like one that never was", async ({ request, installation }) => {
  const world = await makeWorld(installation.db);
  const draft = await draftClient(await world.inOrganization("ada"));
  const before = await world.census();
  for (const name of ["ines", "noel", "otto"] as const)
    for (const id of [draft, newId()]) {
      const cookie = `foyer.session=${await openSession(world.db, world.userOf(name))}`;
      const slug = name === "otto" ? `${world.slug}-other` : world.slug;
      const path = `/${slug}/contacts/new/client/${id}`;
      const first = await request.get(path, { headers: { cookie } });
      expect([first.status(), /kim lee|kim@acme/i.test(await first.text())], path).toEqual([200, false]);
      for (const step of ["/how", "/done"])
        expect((await request.get(path + step, { headers: { cookie } })).status(), path + step).toBe(404);
    }
  expect(await world.census()).toEqual(before);
});
