import { FALLBACK_LANGUAGE } from "@/lib/domain/languages";
import * as compiled from "./compiled/all";
import { asHtml, asLine, asText, fill, type Slots } from "./fill";
import { foldToGsm, gsmUnits, SEGMENT_UNITS } from "./gsm";
import { isStoppable } from "./invitation-links";
import type { CompiledTemplate, Part } from "./markup";
import { slotsOf } from "./slots";
import type { Setting, StoredMessage } from "./stored-message";

/** Of a text message only `text` is filled. `stopLink`: where mail programs stop messages like this one. */
export type Rendered = { subject: string; html: string; text: string; stopLink: string | null };

const keyOf = (kind: string, version: number, language: string) => `${kind}.v${version}.${language}`;
const all: CompiledTemplate[] = Object.values(compiled);
const templates = new Map(all.map((one) => [keyOf(one.kind, one.version, one.language), one]));

function templateFor({ kind, templateVersion, language }: StoredMessage): CompiledTemplate {
  const found =
    templates.get(keyOf(kind, templateVersion, language)) ??
    templates.get(keyOf(kind, templateVersion, FALLBACK_LANGUAGE));
  if (!found) throw new Error(`There is no template ${keyOf(kind, templateVersion, language)}.`);
  return found;
}

const REFERENCE: Part[] = [" Ref ", { slot: "reference" }];

/** With the reference at its end, by which a text message is found again at the provider. */
const referred = (parts: Part[]): Part[] => {
  const last = parts.at(-1);
  return typeof last === "object" && "slot" in last && last.slot === "reference"
    ? parts
    : [...parts, ...REFERENCE];
};

/** The first wording that fits one segment; if none does, the last, which is the shortest. */
function shortText(template: CompiledTemplate, slots: Slots): string {
  const wordings = template.sms.map((parts) => foldToGsm(fill(referred(parts), slots, asLine)));
  return wordings.find((text) => gsmUnits(text) <= SEGMENT_UNITS) ?? wordings.at(-1) ?? "";
}

/**
 * The message as it goes out. The same message gives the same bytes every time, so a retry repeats
 * them. Values can add no tag, link or header. Throws when template, value or secret is missing.
 */
export function renderMessage(message: StoredMessage, setting: Setting): Rendered {
  const template = templateFor(message);
  const slots = slotsOf({ ...message, language: template.language }, setting);
  if (message.channel === "sms")
    return { subject: "", html: "", text: shortText(template, slots), stopLink: null };
  return {
    subject: fill(template.subject, slots, asLine),
    html: fill(template.html, slots, asHtml),
    text: fill(template.text, slots, asText),
    stopLink: isStoppable(message) ? (slots.stopLink ?? null) : null,
  };
}
