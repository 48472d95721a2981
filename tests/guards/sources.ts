import fs from "node:fs";
import path from "node:path";
import { parseAst } from "vitest/node";

export type Source = { path: string; text: string };

const FOLDERS = ["app", "components", "db", "lib", "messages", "scripts", "tests"];
const SKIPPED = /^(db\/migrations|lib\/delivery\/compiled)\//;

function walk(entry: string): string[] {
  if (!fs.existsSync(entry)) return [];
  if (fs.statSync(entry).isFile()) return [entry];
  return fs.readdirSync(entry).flatMap((name) => walk(path.posix.join(entry, name)));
}

/** Every file that people write, with its path from the root of the project. */
export function readSources(): Source[] {
  const atRoot = fs.readdirSync(".").filter((name) => fs.statSync(name).isFile());
  return [...atRoot, ...FOLDERS.flatMap(walk)]
    .filter((file) => /\.(tsx?|js|css)$/.test(file) && !SKIPPED.test(file) && file !== "next-env.d.ts")
    .map((file) => ({ path: file, text: fs.readFileSync(file, "utf8") }));
}

export const isCode = ({ path: file }: Source) => /\.tsx?$/.test(file);
export const isTest = ({ path: file }: Source) => /\.test\.tsx?$/.test(file);

/** A node of the syntax tree, as far as the guards look into it. */
export type Node = {
  type: string;
  start: number;
  end: number;
  async?: boolean;
  importKind?: "type" | "value";
  exportKind?: "type" | "value";
  name?: string;
  value?: unknown;
  directive?: string;
  specifiers?: Node[];
  declarations?: Node[];
  params?: Node[];
  source?: Node | null;
  declaration?: Node | null;
  init?: Node | null;
  id?: Node | null;
  callee?: Node;
  expression?: Node;
  body?: Node | Node[];
};

/** The statements at the top level of a TypeScript file. */
export function parse({ path: file, text }: Source): Node[] {
  const program = parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }) as unknown as Node;
  return Array.isArray(program.body) ? program.body : [];
}

export type Import = { from: string; target: string; isType: boolean };

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}

const isTypeOnly = (node: Node) =>
  node.importKind === "type" ||
  node.exportKind === "type" ||
  ((node.specifiers?.length ?? 0) > 0 &&
    node.specifiers?.every(({ importKind, exportKind }) => importKind === "type" || exportKind === "type") ===
      true);

/** What a file imports, exports from elsewhere or loads on demand: paths from the root, or packages. */
export function importsOf(source: Source): Import[] {
  const from = source.path;
  const declared = parse(source)
    .filter((node) => typeof node.source?.value === "string")
    .map((node) => ({ from, target: resolve(from, String(node.source?.value)), isType: isTypeOnly(node) }));
  const loaded = [...source.text.matchAll(/\bimport\(\s*["']([^"']+)["']/g)].map(([, specifier = ""]) => ({
    from,
    target: resolve(from, specifier),
    isType: false,
  }));
  return [...declared, ...loaded];
}

export type ExportedFunction = { name: string; node: Node };

/** The functions a file exports under a name, spelled as declarations or as constants. */
export function exportedFunctions(source: Source): ExportedFunction[] {
  return parse(source).flatMap((statement) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
    if (declaration?.type === "FunctionDeclaration")
      return [{ name: declaration.id?.name ?? "", node: declaration }];
    return (declaration?.declarations ?? [])
      .filter(({ init }) => init && /^(Arrow)?Function/.test(init.type))
      .map(({ id, init }) => ({ name: id?.name ?? "", node: init as Node }));
  });
}

export const textOf = ({ text }: Source, node: Node | undefined | null) =>
  node ? text.slice(node.start, node.end) : "";
