import { parseAst } from "vitest/node";
import { isCode, isTest, type Source } from "./sources";

type Tree = { type: string; start: number; end: number; [key: string]: unknown };

/** A text in the source: what it says, each value in it as "7", and where it stands. */
export type Text = { said: string; at: string; parents: Tree[] };

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && typeof (value as Tree).type === "string";

const childrenOf = (node: Tree): Tree[] => Object.values(node).flat().filter(isTree);

/** What a node says as a text: a string, a template with its values filled, or what stands between tags. */
function saidBy(node: Tree): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "JSXText") return String(node.value).replaceAll(/\s+/g, " ").trim();
  if (node.type !== "TemplateLiteral") return undefined;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("7");
}

function collect(node: Tree, parents: Tree[], found: { said: string; node: Tree; parents: Tree[] }[]) {
  if (node.type === "TaggedTemplateExpression" || node.type.startsWith("Import")) return;
  if (typeof node.directive === "string") return;
  if (node.type.startsWith("TS")) {
    // `… as const`, `… satisfies …`: what stands before the type.
    if (isTree(node.expression)) collect(node.expression, parents, found);
    return;
  }
  const said = saidBy(node);
  if (said) found.push({ said, node, parents });
  for (const child of childrenOf(node)) collect(child, [node, ...parents], found);
}

/** Every text that a file writes, but for statements to the database, imports and types. */
export function textsOf({ path, text }: Source): Text[] {
  const found: { said: string; node: Tree; parents: Tree[] }[] = [];
  collect(parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }) as unknown as Tree, [], found);
  return found.map(({ said, node, parents }) => ({
    said,
    parents,
    at: `${path}:${text.slice(0, node.start).split("\n").length}`,
  }));
}

const calls = (node: Tree | undefined, name: RegExp) => {
  const callee = node?.callee as Tree | undefined;
  return (
    (node?.type === "NewExpression" || node?.type === "CallExpression") &&
    typeof callee?.name === "string" &&
    name.test(callee.name)
  );
};

/** Texts for whoever maintains this: errors that are nobody's fault but ours, lines of the log. */
const isForOurselves = ({ parents }: Text) =>
  parents.some((node) => calls(node, /^(Error|TypeError|RangeError)$/));

const folder = (source: Source, folders: RegExp) =>
  isCode(source) && !isTest(source) && folders.test(source.path);

/** Sentences the domain says: two words of letters, one after the other. */
export const sentencesIn = (sources: Source[], folders: RegExp): Text[] =>
  sources
    .filter((source) => folder(source, folders))
    .flatMap(textsOf)
    .filter((text) => /\p{L}{2,}[,;:]? \p{L}{2,}/u.test(text.said) && !isForOurselves(text));

const WORDY = /^(title|alt|placeholder|label|aria-label|aria-description|hint|name|heading|words|summary)$/;

/** Whether a text is written for readers: between tags, in an attribute that is read, or with a capital in front. */
function isForReaders({ said, parents: [parent, ...further] }: Text): boolean {
  if (!/\p{L}{2}/u.test(said)) return false;
  if (parent?.type === "JSXElement" || parent?.type === "JSXFragment") return true;
  const attribute = [parent, ...further.slice(0, 1)].find((node) => node?.type === "JSXAttribute");
  const name = (attribute?.name as Tree | undefined)?.name;
  if (typeof name === "string" && WORDY.test(name) && !/^[a-z][\w.-]*$/.test(said)) return true;
  return /^\p{Lu}\p{Ll}/u.test(said);
}

/** What a screen says by itself, though its words should stand in the catalogue. */
export const ownWords = (sources: Source[], folders: RegExp, allowed: ReadonlySet<string>): string[] =>
  sources
    .filter((source) => folder(source, folders))
    .flatMap(textsOf)
    .filter((text) => isForReaders(text) && !isForOurselves(text) && !allowed.has(text.said))
    .map(({ at, said }) => `${at} ${said}`);
