/** What a person can mend: shown as it is, without a stack. */
export class Refusal extends Error {}

function report(error: unknown): void {
  const isPlain = error instanceof Refusal || !(error instanceof Error);
  console.error(isPlain ? String(error instanceof Error ? error.message : error) : error.stack);
}

/** Runs a script to its end. A failure is told on standard error and ends the process with 1. */
export function runScript(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    report(error);
    process.exit(1);
  });
}
