import { expect } from "@playwright/test";
import { isInWorkspace } from "@/lib/domain/permissions";
import { openSession } from "@/lib/domain/sessions";
import { makeWorld } from "../cast";
import { matrix } from "../matrix";
import { type Scene, setScene } from "../scene";
import { test } from "./installation";
import { builtActions, callAction, type RawCall } from "./raw-action";

const FORM_ONLY: Record<string, RawCall["shape"]> = {
  signOutAction: "plain",
  chooseThemeAction: "plain",
  chooseShortcutsAction: "plain",
  joinAction: "stateful",
  setUpAction: "stateful",
  requestCodeAction: "stateful",
  resendCodeAction: "stateful",
  redeemCodeAction: "stateful",
  redeemLinkAction: "stateful",
  startProviderAction: "stateful",
  withdrawRequestAction: "stateful",
};

const tenantActions = () => builtActions().filter(({ name }) => !FORM_ONLY[name]);

/** Actions on an organization as a whole: which workspace a form claims to be about is nothing to them. */
const ofOrganization = new Set(
  matrix.filter(({ operation }) => !isInWorkspace(operation)).flatMap(({ paths }) => paths),
);

/** Sent without any field, these do what their button says. */
const NEEDS_NOTHING = new Set([
  "resendAllAction",
  "pauseSendingAction",
  "continueSendingAction",
  "sendTestMessageAction",
  "archiveWorkspaceAction",
  "restoreWorkspaceAction",
]);

/** Fields that would do what each action does, in the scene. */
const goodFields = (scene: Scene): [string, string][] => [
  ["invitation", scene.kimInvitation],
  ["contact", scene.kim],
  ["role", scene.roles.reviewer],
  ["action", scene.actions.upload],
  ["address", "new@acme.com"],
  ["command", scene.kimInvitation],
  ["people", "lee@acme.com"],
  ["name", "A name"],
];

const cookieOf = async (scene: Scene, name: "ada" | "ines" | "cleo" | "noel" | "otto") =>
  `foyer.session=${await openSession(scene.db, scene.userOf(name))}`;

test("without a session every action on an organization says so and changes nothing", async ({
  request,
  installation,
}) => {
  const scene = await setScene(await makeWorld(installation.db));
  const before = await scene.census();
  const at = { org: scene.slug, workspace: scene.workspaceId };
  for (const { id, name } of tenantActions()) {
    const answer = await callAction(request, installation.url, { id, at, fields: goodFields(scene) });
    expect.soft([name, answer.status, answer.code]).toEqual([name, 200, "signed_out"]);
  }
  expect(await scene.census()).toEqual(before);
});

test("a request that no page of ours sent is refused before anything else, whatever the action", async ({
  request,
  installation,
}) => {
  const scene = await setScene(await makeWorld(installation.db));
  const before = await scene.census();
  const cookie = await cookieOf(scene, "ada");
  const at = { org: scene.slug, workspace: scene.workspaceId };
  const own = new URL(installation.url);
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `https://${own.host}` },
    { origin: `http://${own.hostname}` },
    { origin: `http://${own.hostname}:1` },
    { origin: `${own.origin}.evil.example` },
    { origin: `${own.origin}/` },
    { origin: "" },
  ];
  for (const { id, name } of builtActions())
    for (const headers of name === "inviteMembersAction" ? foreign : foreign.slice(0, 3)) {
      const fields = goodFields(scene);
      const call = { id, at, fields, headers: { ...headers, cookie }, shape: FORM_ONLY[name] };
      expect
        .soft([name, headers, (await callAction(request, installation.url, call)).status])
        .toEqual([name, headers, 403]);
    }
  expect(await scene.census()).toEqual(before);
});

test("a workspace of another organization, an unseen one and one that never was answer alike", async ({
  request,
  installation,
}) => {
  const scene = await setScene(await makeWorld(installation.db));
  const before = await scene.census();
  const places: [Parameters<typeof cookieOf>[1], unknown][] = [
    ["otto", { org: scene.slug, workspace: scene.workspaceId }],
    ["otto", { org: `${scene.slug}-other`, workspace: scene.workspaceId }],
    ["noel", { org: scene.slug, workspace: scene.workspaceId }],
    ["ada", { org: scene.slug, workspace: "00000000-0000-7000-8000-000000000000" }],
    ["ada", { org: scene.slug, workspace: "../../x" }],
    ["ada", { org: "nowhere", workspace: scene.workspaceId }],
    ["ada", null],
    ["ada", { org: { toString: "x" }, workspace: 7 }],
    ["ada", { org: "__proto__", workspace: "constructor" }],
  ];
  const inWorkspace = tenantActions().filter(
    ({ name }) => !/Workspace|Flow/.test(name) && !ofOrganization.has(name),
  );
  expect(inWorkspace.length).toBeGreaterThan(10);
  for (const [who, at] of places) {
    const cookie = await cookieOf(scene, who);
    const answers = [];
    for (const { id, name } of inWorkspace) {
      const call = { id, at, fields: goodFields(scene), headers: { origin: installation.url, cookie } };
      answers.push([name, (await callAction(request, installation.url, call)).code]);
    }
    expect
      .soft(
        answers.filter(([, code]) => code !== "not_found"),
        JSON.stringify(at),
      )
      .toEqual([]);
  }
  expect(await scene.census()).toEqual(before);
});

test("another organization, one that never was and no place at all answer alike to acts on contacts and groups", async ({
  request,
  installation,
}) => {
  const scene = await setScene(await makeWorld(installation.db));
  const before = await scene.census();
  const places: [Parameters<typeof cookieOf>[1], unknown][] = [
    ["otto", { org: scene.slug }],
    ["ada", { org: `${scene.slug}-other` }],
    ["ada", { org: "nowhere" }],
    ["ada", null],
    ["ada", { org: { toString: "x" } }],
  ];
  const acts = tenantActions().filter(({ name }) => ofOrganization.has(name));
  expect(acts.length).toBeGreaterThan(10);
  for (const [who, at] of places) {
    const cookie = await cookieOf(scene, who);
    for (const { id, name } of acts) {
      const call = { id, at, fields: goodFields(scene), headers: { origin: installation.url, cookie } };
      const { code } = await callAction(request, installation.url, call);
      expect.soft([name, code], JSON.stringify(at)).toEqual([name, "not_found"]);
    }
  }
  expect(await scene.census()).toEqual(before);
});

const NASTY: [string, [string, string][]][] = [
  ["an unknown key", [["isAdmin", "true"]]],
  [
    "keys of a prototype",
    [
      ["__proto__", "x"],
      ["constructor", "y"],
    ],
  ],
  [
    "ids that are none",
    [
      ["invitation", "1"],
      ["contact", "x'"],
      ["action", "{}"],
      ["role", "[]"],
      ["command", "-"],
    ],
  ],
  [
    "the same field twice",
    [
      ["invitation", "a"],
      ["invitation", "b"],
      ["people", "a@b.co"],
      ["people", "c@d.co"],
    ],
  ],
  [
    "NUL",
    [
      ["people", "a\u0000b@c.co"],
      ["address", "a\u0000@c.co"],
      ["name", "a\u0000b"],
      ["note", "\u0000"],
    ],
  ],
  [
    "an endless text",
    [
      ["people", "x".repeat(400_000)],
      ["address", "y".repeat(400_000)],
      ["name", "z".repeat(100_000)],
    ],
  ],
  [
    "JSON of other shapes",
    [
      ["people", '[{"contact":1},{"address":{"a":1},"kind":"admin"},null,[[[]]]]'],
      ["flow", "[[[["],
    ],
  ],
  ["nothing at all", []],
];

test("bad input never is a 500 and never is written, whatever the action", async ({
  request,
  installation,
}) => {
  const scene = await setScene(await makeWorld(installation.db));
  const before = await scene.census();
  const cookie = await cookieOf(scene, "ada");
  const at = { org: scene.slug, workspace: scene.workspaceId };
  for (const { id, name } of tenantActions())
    for (const [what, fields] of NASTY) {
      if (fields.length === 0 && NEEDS_NOTHING.has(name)) continue;
      const call = { id, at, fields, headers: { origin: installation.url, cookie } };
      const answer = await callAction(request, installation.url, call);
      expect.soft([name, what, answer.status, answer.isDone]).toEqual([name, what, 200, false]);
      expect.soft(answer.code, `${name}: ${what}`).toMatch(/^(invalid|not_found|gone)$/);
    }
  expect(await scene.census()).toEqual(before);
});
