import { exportedFunctions, isCode, isTest, type Node, parse, type Source, textOf } from "./sources";

const statementsOf = ({ body }: Node): Node[] =>
  body && !Array.isArray(body) && Array.isArray(body.body) ? body.body : [];

const isServerCode = (source: Source) => parse(source).some(({ directive }) => directive === "use server");

const isAction = ({ path }: Source) => path.startsWith("lib/actions/") && isCode({ path, text: "" });

/** "use server" outside lib/actions, or anywhere but on a file's first line. */
export const findStrayServerCode = (sources: Source[]): string[] =>
  sources
    .filter((source) => isCode(source) && !isTest(source) && !source.path.startsWith("tests/"))
    .filter(({ text }) => /^\s*["']use server["']/m.test(text))
    .filter((source) => !isAction(source) || !isServerCode(source))
    .map(({ path }) => path);

const calls = (source: Source, node: Node, name: string) =>
  new RegExp(`\\b${name}\\(`).test(textOf(source, node));

/** Exports of "use server" files that are no functions, or go neither through `runAction` nor through an action that does. */
export function findOpenActions(sources: Source[]): string[] {
  const files = sources.filter((source) => isAction(source) && isServerCode(source));
  const actions = files.flatMap((source) => exportedFunctions(source).map((each) => ({ ...each, source })));
  const guarded = actions.filter(({ node, source }) => node.async && calls(source, node, "runAction"));
  const passesOn = ({ node, source }: (typeof actions)[number]) =>
    node.async && guarded.some(({ name }) => calls(source, node, name));
  const open = actions.filter((each) => !guarded.includes(each) && !passesOn(each));
  const mixed = files.filter((source) => {
    const exported = parse(source).filter(
      ({ type, exportKind }) => type.startsWith("Export") && exportKind !== "type",
    );
    return exported.length > exportedFunctions(source).length;
  });
  return [
    ...open.map(({ source, name }) => `${source.path} ${name}`),
    ...mixed.map(({ path }) => `${path} exports more than functions`),
  ];
}

/** Components that bind an action anew at each render and hand it to `useActionState`: without script they never answer. */
export const findFreshActions = (sources: Source[]): string[] =>
  sources
    .filter(({ path, text }) => path.startsWith("components/") && text.includes("useActionState("))
    .filter(({ text }) => /Action\s*\.bind\(/.test(text))
    .map(({ path }) => path);

const IN_ORGANIZATION = /:\s*(Workspace)?Context\b/;

/** Functions of the domain that act for somebody: their first parameter is an organization's context. */
export const domainEntrances = (sources: Source[]) =>
  sources
    .filter((source) => source.path.startsWith("lib/domain/") && isCode(source) && !isTest(source))
    .flatMap((source) => exportedFunctions(source).map((each) => ({ ...each, source })))
    .filter(({ source, node }) => IN_ORGANIZATION.test(textOf(source, node.params?.[0])))
    .filter(({ source, node }) => node.async || /\bctx\.db\b/.test(textOf(source, node)));

/** Entrances whose first statement is not `authorize(…)`. */
export const findUnguardedEntrances = (sources: Source[]): string[] =>
  domainEntrances(sources)
    .filter(({ source, node }) => !/^authorize\(/.test(textOf(source, statementsOf(node)[0])))
    .map(({ source, name }) => `${source.path} ${name}`);
