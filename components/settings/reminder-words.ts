/** "on days 2, 5 and 9", "on day 3", "never". */
export function reminderWords(days: number[]): string {
  const [last, ...before] = days.toReversed();
  if (last === undefined) return "never";
  if (before.length === 0) return `on day ${last}`;
  return `on days ${before.toReversed().join(", ")} and ${last}`;
}
