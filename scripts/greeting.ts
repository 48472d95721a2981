import { isMailboxOpen } from "@/lib/delivery/channels";
import type { Env } from "@/lib/env";

export type Person = { address: string; who: string };

/** Says where Foyer is, who can sign in, and where messages are found. */
export function greet(env: Env, people: Person[]): void {
  const isMailboxUsed = isMailboxOpen(env);
  const width = Math.max(0, ...people.map(({ address }) => address.length));
  const lines = [
    "",
    `  Foyer is running: ${env.APP_URL}`,
    "",
    ...people.map(
      ({ address, who }, at) =>
        `  ${at === 0 ? "Sign in as" : "          "}  ${address.padEnd(width)}  ${who}`,
    ),
    ...(isMailboxUsed
      ? [`  Mailbox     ${env.APP_URL}/mailbox (every message lands here, sign-in codes too)`]
      : []),
    "",
    "  Ctrl-C stops everything.",
    "",
  ];
  console.log(lines.join("\n"));
}
