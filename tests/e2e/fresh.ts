/**
 * This moment, in letters alone: some moments have seven digits in a row, which names may not hold, as they could be a
 * phone number.
 */
export const thisMoment = (): string =>
  Date.now()
    .toString(26)
    .replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
