import { stripVTControlCharacters } from "node:util";

/** What both test runners tell of one test that failed. */
type Failure = { name: string; why: string };

type Spec = {
  title: string;
  file: string;
  line: number;
  tests: { status: string; results: { errors: { message?: string }[] }[] }[];
};
type Suite = { specs?: Spec[]; suites?: Suite[] };

export type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  testResults?: {
    name: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
  stats?: { expected: number; unexpected: number; flaky: number };
  suites?: Suite[];
};

/** So much of each reason is said once more at the end; the whole stands where it happened. */
const MOST_LINES = 12;

const ofSuite = ({ specs = [], suites = [] }: Suite): Failure[] => [
  ...specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status !== "expected" && status !== "skipped")
      .map(({ results }) => ({
        name: `${file}:${line} ${title}`,
        why: results.flatMap(({ errors }) => errors.map(({ message = "" }) => message)).join("\n"),
      })),
  ),
  ...suites.flatMap(ofSuite),
];

const ofFile = ({ name, message, assertionResults }: NonNullable<Report["testResults"]>[number]) => {
  const failed = assertionResults.filter(({ status }) => status === "failed");
  if (failed.length === 0 && message) return [{ name, why: message }];
  return failed.map(({ fullName, failureMessages = [] }) => ({
    name: `${name} ${fullName}`,
    why: failureMessages.join("\n"),
  }));
};

/** What failed and why, for the end of a long run: where a list is cut, its end is what is left. */
export function failuresIn({ suites = [], testResults = [] }: Report): string[] {
  return [...suites.flatMap(ofSuite), ...testResults.flatMap(ofFile)].map(({ name, why }) => {
    const lines = stripVTControlCharacters(why).split("\n").slice(0, MOST_LINES);
    return [`✗ ${name}`, ...lines.map((line) => `    ${line}`)].join("\n");
  });
}
