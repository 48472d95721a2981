/** An answer of the server; one with `isLast` is followed by its hanging up. */
export type Answer = { code: number; words: string; isLast?: true };

export const answer = (code: number, words: string): Answer => ({ code, words });

const PATH = /^<([^\s<>@"]+@[^\s<>@"]+\.[^\s<>@".]+)>((?: [A-Z0-9]+=[^\s]+)*)$/;

/** The address in `FROM:<…>` or `TO:<…>`, or why it is none. Nothing unknown behind it. */
export function readPath(rest: string, word: "FROM" | "TO", known: RegExp): string | Answer {
  if (!rest.startsWith(`${word}:`)) return answer(501, `5.5.4 Expected ${word}:<address>`);
  const found = PATH.exec(rest.slice(word.length + 1));
  if (!found?.[1]) return answer(501, "5.1.3 Bad address syntax");
  const unknown = found[2]?.split(" ").find((one) => one && !known.test(one));
  return unknown ? answer(555, `5.5.4 Unsupported parameter ${unknown}`) : found[1];
}

export type SmtpMail = { from: string; to: string; headers: Record<string, string>; body: string };

const REQUIRED = ["from", "to", "subject", "message-id", "date", "mime-version", "content-type"];
const TOO_LONG = 998;

/** A message as it came over the line, dots undone; or what is wrong with it. */
export function readMessage(lines: string[], from: string, to: string): SmtpMail | Answer {
  if (lines.some((line) => Buffer.byteLength(line) > TOO_LONG)) return answer(552, "5.3.4 Line too long");
  if (lines.some((line) => /[^\t -~]/.test(line)))
    return answer(554, "5.6.0 Eight-bit data was not announced");
  const end = lines.indexOf("");
  const unfolded = lines
    .slice(0, end)
    .join("\n")
    .replace(/\n[ \t]+/g, " ")
    .split("\n");
  const headers: Record<string, string> = {};
  for (const line of unfolded) {
    const [, name = "", value = ""] = /^([!-9;-~]+): (.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (!key || Object.hasOwn(headers, key)) return answer(554, `5.6.0 Bad header line ${line}`);
    headers[key] = value;
  }
  const missing = REQUIRED.find((name) => !headers[name]);
  if (end < 0 || missing) return answer(554, `5.6.0 Header ${missing} is missing`);
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(headers["message-id"] ?? ""))
    return answer(554, "5.6.0 Message-ID is none");
  const body = lines.slice(end + 1).map((line) => (line.startsWith(".") ? line.slice(1) : line));
  return { from, to, headers, body: body.join("\n") };
}
