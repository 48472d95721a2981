import { splitRecipients } from "@/lib/domain/recipient-text";
import { type Chip, inputOf } from "./chips";

/** So many people are looked up at once; longer lists stay as text. */
const MOST_CHIPS = 500;

export const fitsChips = (text: string): boolean => splitRecipients(text).length <= MOST_CHIPS;

const quoted = (name: string): string =>
  /^[\p{L}\p{N}.'’ -]+$/u.test(name) ? name : `"${name.replace(/["\\]/g, "")}"`;

/** One recipient as a line that is read back as the same: `Name <address>`, quoted where the name needs it. */
function lineOf(chip: Chip): string {
  if (chip.group) return quoted(chip.group.name);
  const address = chip.person?.address ?? chip.shown ?? inputOf(chip);
  if (chip.person || !chip.name) return address;
  return `${quoted(chip.name)} <${address}>`;
}

/** Everything that is in the field as a list of lines, as a text area would hold it. */
export const textOf = (chips: Chip[], rest: string[]): string =>
  [...chips.map(lineOf), ...rest.map((text) => text.trim()).filter(Boolean)].join("\n");
