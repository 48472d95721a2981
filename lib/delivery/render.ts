import actionDeclined1 from "./compiled/action_declined.v1.en.json";
import actionReady1 from "./compiled/action_ready.v1.en.json";
import internalRequested1 from "./compiled/internal_requested.v1.en.json";
import internalRequested2 from "./compiled/internal_requested.v2.en.json";
import invitation1 from "./compiled/invitation.v1.en.json";
import invitationDeclined1 from "./compiled/invitation_declined.v1.en.json";
import linkRequested1 from "./compiled/link_requested.v1.en.json";
import otherAccountAsked1 from "./compiled/other_account_asked.v1.en.json";
import requestApproved1 from "./compiled/request_approved.v1.en.json";
import requestDeclined1 from "./compiled/request_declined.v1.en.json";
import requestReceived1 from "./compiled/request_received.v1.en.json";
import signInCode1 from "./compiled/sign_in_code.v1.en.json";
import testMessage1 from "./compiled/test_message.v1.en.json";
import workspaceAdded1 from "./compiled/workspace_added.v1.en.json";
import { asHtml, asLine, asText, fill, type Slots } from "./fill";
import { foldToGsm, gsmUnits, SEGMENT_UNITS } from "./gsm";
import type { CompiledTemplate } from "./markup";
import { type Setting, type StoredMessage, slotsOf } from "./slots";

/** Of a text message only `text` is filled. */
export type Rendered = { subject: string; html: string; text: string };

const compiled: CompiledTemplate[] = [
  actionDeclined1,
  actionReady1,
  internalRequested1,
  internalRequested2,
  invitation1,
  invitationDeclined1,
  linkRequested1,
  otherAccountAsked1,
  requestApproved1,
  requestDeclined1,
  requestReceived1,
  signInCode1,
  testMessage1,
  workspaceAdded1,
];

const FALLBACK_LANGUAGE = "en";
const keyOf = (kind: string, version: number, language: string) => `${kind}.v${version}.${language}`;
const templates = new Map(compiled.map((one) => [keyOf(one.kind, one.version, one.language), one]));

function templateFor({ kind, templateVersion, language }: StoredMessage): CompiledTemplate {
  const found =
    templates.get(keyOf(kind, templateVersion, language)) ??
    templates.get(keyOf(kind, templateVersion, FALLBACK_LANGUAGE));
  if (!found) throw new Error(`There is no template ${keyOf(kind, templateVersion, language)}.`);
  return found;
}

/** The first wording that fits one segment; if none does, the first. */
function shortText(template: CompiledTemplate, slots: Slots): string {
  const wordings = template.sms.map((parts) => foldToGsm(fill(parts, slots, asLine)));
  return wordings.find((text) => gsmUnits(text) <= SEGMENT_UNITS) ?? wordings[0] ?? "";
}

/**
 * The message as it goes out. The same message gives the same bytes every time, so a retry repeats
 * them. Values can add no tag, link or header. Throws when template, value or secret is missing.
 */
export function renderMessage(message: StoredMessage, setting: Setting): Rendered {
  const template = templateFor(message);
  const slots = slotsOf(message, setting);
  if (message.channel === "sms") return { subject: "", html: "", text: shortText(template, slots) };
  return {
    subject: fill(template.subject, slots, asLine),
    html: fill(template.html, slots, asHtml),
    text: fill(template.text, slots, asText),
  };
}
