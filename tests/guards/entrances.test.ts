import { expect, test } from "vitest";
import {
  domainEntrances,
  findFreshActions,
  findOpenActions,
  findStrayServerCode,
  findUnguardedEntrances,
} from "./entrances";
import { readSources } from "./sources";

const sources = readSources();
const at = (path: string, text: string) => [{ path, text }];

test("server code is in lib/actions only", () => {
  expect(findStrayServerCode(sources)).toEqual([]);
  expect(
    findStrayServerCode(at("app/planted.tsx", `"use server";\nexport async function a() {}\n`)),
  ).toHaveLength(1);
  const inline = `export function Page() {\n  async function save() {\n    "use server";\n  }\n  return save;\n}\n`;
  expect(findStrayServerCode(at("app/page.tsx", inline))).toHaveLength(1);
  expect(findStrayServerCode(at("lib/actions/planted.ts", inline))).toHaveLength(1);
});

test("every server action goes through runAction", () => {
  expect(findOpenActions(sources)).toEqual([]);
  const planted = [
    `"use server";\nexport async function saveAction(form: FormData) {\n  return form;\n}\n`,
    `"use server";\nexport const saveAction = async (form: FormData) => form;\n`,
    `"use server";\nexport { saveAction } from "./other";\n`,
  ];
  for (const text of planted)
    expect(findOpenActions(at("lib/actions/planted.ts", text)), text).toHaveLength(1);
});

test("no form binds its action anew at each render", () => {
  expect(findFreshActions(sources)).toEqual([]);
  const fresh = `const [state, send] = useActionState(saveAction.bind(null, { org }), null);`;
  expect(findFreshActions(at("components/planted.tsx", fresh))).toHaveLength(1);
});

test("every function of the domain that acts for somebody authorizes first", () => {
  expect(domainEntrances(sources).length).toBeGreaterThan(10);
  expect(findUnguardedEntrances(sources)).toEqual([]);
  const planted = [
    `export async function leak(ctx: Context) {\n  return ctx.db.select();\n}\n`,
    `export const leak = (ctx: WorkspaceContext) => ctx.db.select();\n`,
    `export async function leak(ctx: WorkspaceContext) {\n  const rows = await read();\n  authorize(ctx, "members:read");\n  return rows;\n}\n`,
  ];
  for (const text of planted)
    expect(findUnguardedEntrances(at("lib/domain/planted.ts", text)), text).toHaveLength(1);
});

test("taking any authorize line out of the domain is noticed", () => {
  for (const { source, name } of domainEntrances(sources)) {
    const text = source.text.replace(
      new RegExp(`(function ${name}\\b[\\s\\S]*?\\{\\s*\\n)\\s*authorize\\([^\\n]*\\n`),
      "$1",
    );
    expect(text, name).not.toBe(source.text);
    expect(findUnguardedEntrances([{ ...source, text }])).toContain(`${source.path} ${name}`);
  }
});
