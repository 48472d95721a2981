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

const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name ?? "");

/** Texts for whoever maintains this: errors that are nobody's fault but ours, lines of the log. */
function isForOurselves({ parents }: Text): boolean {
  const called = parents
    .filter(({ type }) => type === "NewExpression" || type === "CallExpression")
    .map(({ callee }) => callee as Tree);
  return called.some(
    (callee) => /^(Error|TypeError|RangeError)$/.test(nameOf(callee)) || nameOf(callee.object) === "log",
  );
}

const folder = (source: Source, folders: RegExp) =>
  isCode(source) && !isTest(source) && folders.test(source.path);

/** Sentences the domain says: two words of letters, one after the other. */
export const sentencesIn = (sources: Source[], folders: RegExp): Text[] =>
  sources
    .filter((source) => folder(source, folders))
    .flatMap(textsOf)
    .filter((text) => /\p{L}{2,}[,;:]? \p{L}{2,}/u.test(text.said) && !isForOurselves(text));

const READ = /^(title|alt|placeholder|aria-(label|description|placeholder|roledescription|valuetext))$/;
const UNREAD = /^(className|key|sandbox)$/;

/** What hands a text on as it is to where it stands: an attribute, or between tags. */
const HANDS_ON = /^(JSXExpressionContainer|ConditionalExpression|LogicalExpression)$/;

/** Some words of letters in a row, none with a hyphen as names of classes have. */
const isPhrase = (said: string) =>
  /^[\p{L}7 .,:;!?'’…]+$/u.test(said) && /(?<!\p{L})\p{Ll}{2,} \p{Ll}{2,}/u.test(said);

const attributeOf = (node: Tree | undefined): string =>
  node?.type === "JSXAttribute" ? String((node.name as Tree).name) : "";

/** Whether a text is written for readers: by where it stands, with a capital in front, or as several words. */
function isForReaders({ said, parents }: Text): boolean {
  if (!/\p{L}{2}/u.test(said)) return false;
  const place = parents.find((node) => !HANDS_ON.test(node.type));
  if (place?.type === "JSXElement" || place?.type === "JSXFragment" || READ.test(attributeOf(place)))
    return true;
  if (/^\p{Lu}\p{Ll}/u.test(said)) return true;
  return isPhrase(said) && !parents.some((node) => UNREAD.test(attributeOf(node)));
}

/** What a screen says by itself, though its words should stand in the catalogue. */
export const ownWords = (sources: Source[], folders: RegExp, allowed: ReadonlySet<string>): string[] =>
  sources
    .filter((source) => folder(source, folders))
    .flatMap(textsOf)
    .filter((text) => isForReaders(text) && !isForOurselves(text) && !allowed.has(text.said))
    .map(({ at, said }) => `${at} ${said}`);
