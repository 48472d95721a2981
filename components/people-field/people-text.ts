import { splitRecipients } from "@/lib/domain/recipient-text";
import { type Chip, inputOf } from "./chips";

/** So many people are looked up at once; longer lists stay as text. */
const MOST_CHIPS = 500;

export const fitsChips = (text: string): boolean => splitRecipients(text).length <= MOST_CHIPS;

/** One recipient as a line that is read back as the same: `Name <address>`, quoted where the name needs it; a group's name. */
function lineOf(chip: Chip): string {
  if (chip.group) return chip.group.name;
  const address = chip.person?.address ?? chip.shown ?? inputOf(chip);
  if (chip.person || !chip.name) return address;
  const name = /^[\p{L}\p{N}.'’ -]+$/u.test(chip.name) ? chip.name : `"${chip.name.replace(/["\\]/g, "")}"`;
  return `${name} <${address}>`;
}

/** Everything that is in the field as a list of lines, as a text area would hold it. */
export const textOf = (chips: Chip[], rest: string[]): string =>
  [...chips.map(lineOf), ...rest.map((text) => text.trim()).filter(Boolean)].join("\n");
