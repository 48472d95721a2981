import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { render } from "@react-email/render";
import { catalogues } from "@/lib/catalogue";
import { type CompiledTemplate, readMarkup } from "@/lib/delivery/markup";
import { actionDeclined } from "@/lib/delivery/templates/action-declined";
import { actionReady } from "@/lib/delivery/templates/action-ready";
import { addressCode } from "@/lib/delivery/templates/address-code";
import { internalRequested } from "@/lib/delivery/templates/internal-requested";
import { invitation, invitationReminder } from "@/lib/delivery/templates/invitation";
import { invitationDeclined } from "@/lib/delivery/templates/invitation-declined";
import { invitationsExpiring } from "@/lib/delivery/templates/invitations-expiring";
import { linkRequested } from "@/lib/delivery/templates/link-requested";
import { otherAccountAsked } from "@/lib/delivery/templates/other-account-asked";
import { peopleJoined } from "@/lib/delivery/templates/people-joined";
import { personJoined } from "@/lib/delivery/templates/person-joined";
import { requestApproved } from "@/lib/delivery/templates/request-approved";
import { requestDeclined } from "@/lib/delivery/templates/request-declined";
import { requestReceived } from "@/lib/delivery/templates/request-received";
import { signInCode } from "@/lib/delivery/templates/sign-in-code";
import { testMessage } from "@/lib/delivery/templates/test-message";
import { workspaceAdded } from "@/lib/delivery/templates/workspace-added";
import { type Language, languages } from "@/lib/domain/languages";
import { templateVersions } from "@/lib/domain/messages";
import { leanHtml } from "./lean-html";

const templates = [
  invitation,
  invitationReminder,
  invitationsExpiring,
  personJoined,
  peopleJoined,
  workspaceAdded,
  signInCode,
  addressCode,
  linkRequested,
  invitationDeclined,
  otherAccountAsked,
  internalRequested,
  requestReceived,
  requestApproved,
  requestDeclined,
  actionReady,
  actionDeclined,
  testMessage,
];

async function compile(
  { kind, write }: (typeof templates)[number],
  language: Language,
): Promise<CompiledTemplate> {
  const { subject, body, text, sms } = write(catalogues[language]);
  return {
    kind,
    version: templateVersions[kind],
    language,
    subject: readMarkup(subject),
    html: readMarkup(leanHtml(await render(body))),
    text: readMarkup(text),
    sms: sms.map(readMarkup),
  };
}

/** The module that exports every version there is, in every language. */
function writeList(files: string[]): string {
  const nameOf = (file: string) => file.replace(".json", "").replace(/[._](\w)/g, (_, c) => c.toUpperCase());
  return [
    "// Written by `npm run templates`: every version of every message, in every language there is of it.",
    ...files.map((file) => `export { default as ${nameOf(file)} } from "./${file}";`),
    "",
  ].join("\n");
}

function readOrNull(file: URL): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

const folder = new URL("../lib/delivery/compiled/", import.meta.url);
const isCheck = process.argv.includes("--check");
const stale: string[] = [];

function keep(name: string, text: string): void {
  const file = new URL(name, folder);
  if (readOrNull(file) === text) return;
  stale.push(name);
  if (!isCheck) writeFileSync(file, text);
}

for (const template of templates)
  for (const language of languages) {
    const compiled = await compile(template, language);
    keep(`${compiled.kind}.v${compiled.version}.${language}.json`, `${JSON.stringify(compiled, null, 2)}\n`);
  }
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
keep("all.ts", writeList(files.sort()));
if (isCheck && stale.length > 0) {
  console.error(
    `Compiled templates differ from their sources: ${stale.join(", ")}. Run "npm run templates".`,
  );
  process.exit(1);
}
console.log(stale.length === 0 ? "Compiled templates are up to date." : `Compiled ${stale.join(", ")}.`);
