import { isCode, isTest, type Source } from "./sources";
import { textsOf } from "./words";

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Everything that some sources say, and patterns of what they say with values in it. */
function saidBy(sources: Source[], isOurs: (path: string) => boolean) {
  const ours = sources.filter((source) => isCode(source) && !isTest(source) && isOurs(source.path));
  const said = new Set(ours.flatMap(textsOf).map((text) => text.said));
  const made = (hole: string) =>
    [...said]
      .filter((text) => text.includes("7") && /\p{L}/u.test(text))
      .map((text) => new RegExp(`^${text.split("7").map(escaped).join(hole)}$`, "u"));
  return { said, made };
}

/** Paths of words of the screens that no source asks for: by the name of a room, or of a part of it, and the rest. */
export function unaskedWords(sources: Source[], paths: string[]): string[] {
  const { said, made } = saidBy(
    sources,
    (path) => /^(app|components|lib)\//.test(path) && !/^lib\/words\/(en|de)\.ts$/.test(path),
  );
  const composed = made("[\\w-]+");
  const isKey = (key: string) => said.has(key) || composed.some((pattern) => pattern.test(key));
  const isAsked = (path: string) => {
    const parts = path.split(".");
    return parts.slice(1).some((_, i) => {
      const [room, key] = [parts.slice(0, i + 1).join("."), parts.slice(i + 1).join(".")];
      return isKey(key) && (said.has(room) || (i > 0 && isKey(parts.slice(1, i + 1).join("."))));
    });
  };
  return paths.filter((path) => !isAsked(path));
}

/** Ways in which a source may write a sentence: without what is put before or after it, in the middle of another. */
function waysToWrite(sentence: string): string[] {
  const bare = [sentence, sentence.replace(/^7[.:]? /, ""), sentence.replace(/ 7\.?$/, "")];
  const timed = bare.map((one) => one.replace(/7\.$/, "7 seconds."));
  const within = bare.map((one) => one.charAt(0).toLowerCase() + one.slice(1).replace(/\.$/, ""));
  return [...bare, ...timed, ...within, ...bare.map((one) => one.replace(/\.$/, ""))];
}

/** German sentences that no source says in English: as it stands, with another beginning or end, or put together. */
export function unsaidSentences(sources: Source[], sentences: string[]): string[] {
  const { said, made } = saidBy(
    sources,
    (path) => /^(app|components|lib|proxy)/.test(path) && !path.startsWith("lib/words/"),
  );
  const composed = made("(.+?)");
  const isSaid = (sentence: string): boolean =>
    !/\p{L}/u.test(sentence) ||
    waysToWrite(sentence).some(
      (words) =>
        said.has(words) || composed.some((pattern) => pattern.exec(words)?.slice(1).every(isSaid) ?? false),
    );
  return sentences.filter((sentence) => !isSaid(sentence.replaceAll(/⟦\w+⟧/g, "7")));
}
