import { readFileSync, writeFileSync } from "node:fs";
import { render } from "@react-email/render";
import { type CompiledTemplate, readMarkup } from "@/lib/delivery/markup";
import { actionDeclined } from "@/lib/delivery/templates/action-declined";
import { actionReady } from "@/lib/delivery/templates/action-ready";
import { internalRequested } from "@/lib/delivery/templates/internal-requested";
import { invitation } from "@/lib/delivery/templates/invitation";
import { invitationDeclined } from "@/lib/delivery/templates/invitation-declined";
import { linkRequested } from "@/lib/delivery/templates/link-requested";
import { otherAccountAsked } from "@/lib/delivery/templates/other-account-asked";
import { requestApproved } from "@/lib/delivery/templates/request-approved";
import { requestDeclined } from "@/lib/delivery/templates/request-declined";
import { requestReceived } from "@/lib/delivery/templates/request-received";
import { signInCode } from "@/lib/delivery/templates/sign-in-code";
import type { Template } from "@/lib/delivery/templates/template";
import { testMessage } from "@/lib/delivery/templates/test-message";
import { workspaceAdded } from "@/lib/delivery/templates/workspace-added";
import { templateVersions } from "@/lib/domain/messages";

const templates = [
  invitation,
  workspaceAdded,
  signInCode,
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

/** React's own marks and the preview's over-long padding are of no use to a reader. */
const tidy = (html: string) =>
  html
    .replace(/<!--(?!\[if)[^>]*?-->/g, "")
    .replace(/(<div>[^<]{100})[^<]*(<\/div>)/, "$1$2")
    .replace(/<title>[^<]*<\/title>/, "");

async function compile(template: Template): Promise<CompiledTemplate> {
  return {
    kind: template.kind,
    version: templateVersions[template.kind],
    language: "en",
    subject: readMarkup(template.subject),
    html: readMarkup(tidy(await render(template.body))),
    text: readMarkup(template.text),
    sms: template.sms.map(readMarkup),
  };
}

function readOrNull(file: URL): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

const isCheck = process.argv.includes("--check");
const stale: string[] = [];
for (const template of templates) {
  const compiled = await compile(template);
  const name = `${compiled.kind}.v${compiled.version}.${compiled.language}.json`;
  const file = new URL(`../lib/delivery/compiled/${name}`, import.meta.url);
  const text = `${JSON.stringify(compiled, null, 2)}\n`;
  if (readOrNull(file) === text) continue;
  stale.push(name);
  if (!isCheck) writeFileSync(file, text);
}
if (isCheck && stale.length > 0) {
  console.error(
    `Compiled templates differ from their sources: ${stale.join(", ")}. Run "npm run templates".`,
  );
  process.exit(1);
}
console.log(stale.length === 0 ? "Compiled templates are up to date." : `Compiled ${stale.join(", ")}.`);
