import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerPage, otherPage } from "@/components/stranger/offer-pages";
import { kim, OPEN, tokenFor } from "@/tests/kim";
import type { Scene } from "@/tests/scene";
import { inScene, testKeys, useDatabase } from "@/tests/world";
import { renderMessage } from "./delivery/render";
import type { UserContext } from "./domain/context";
import { newId } from "./domain/id";
import { findOffer } from "./domain/offer";
import { resendInvitations } from "./domain/resend";
import { offerView } from "./offer-view";

await useDatabase();

test(
  "the message and the page name the same end of the link, by the organization's clock",
  inScene(async (scene) => {
    await scene.db.execute(
      sql`update organizations set time_zone = 'America/New_York' where id = ${scene.orgId}`,
    );
    await resendInvitations(await scene.as("ada"), { invitations: [scene.kimInvitation] });
    const [message] = await scene.db.execute<Parameters<typeof renderMessage>[0]>(sql`
      select kind, template_version as "templateVersion", language, channel, address, subject_id as "subjectId", "values"
      from messages where org_id = ${scene.orgId} and subject_id = ${scene.kimInvitation} and number = 2`);
    const row = await findOffer(scene.visitor(), await tokenFor(scene));
    if (!message || !row) throw new Error("Kim was sent an invitation");
    const { expires } = offerView(row);
    expect(expires).toMatch(/^[A-Z][a-z]+ \d{1,2}, \d{4}, \d{2}:\d{2} UTC-[45]$/);
    const { text } = renderMessage(message, { appUrl: "https://portal.northwind.example", keys: testKeys });
    expect(text).toContain(expires);
    expect(await kim(scene)).toMatchObject(OPEN);
  }),
);

test(
  "only a page that leads to a workspace promises one, and both say what to do if it is not yours",
  inScene(async (scene) => {
    const row = await findOffer(scene.visitor(), await tokenFor(scene));
    if (!row) throw new Error("Kim has an invitation");
    const [workspace, portal] = [row, { ...row, workspaceId: null, workspaceName: null }].map((one) =>
      offerPage(offerView(one)),
    );
    expect(workspace).toContain("see the workspace");
    expect(portal).not.toContain("workspace");
    for (const page of [workspace, portal]) expect(page).toContain("Not you? Use another address");
  }),
);

test(
  "signed in as somebody else one may ask for an invitation, but who is in already is led there instead",
  inScene(async (scene) => {
    const row = await findOffer(scene.visitor(), await tokenFor(scene));
    if (!row) throw new Error("Kim has an invitation");
    const shown = (inside: string | null) =>
      otherPage(offerView(row), { address: "ada@northwind.example" }, { hasAsked: false, inside });
    expect(shown(null)).toContain('value="ask"');
    expect(shown("/northwind/w/1")).not.toContain('value="ask"');
    expect(shown("/northwind/w/1")).toContain('already. <a href="/northwind/w/1">Open it</a>');
  }),
);

const speak = ({ db, orgId }: Scene, contact: string, language: string | null) =>
  db.execute(sql`update contacts set language = ${language} where org_id = ${orgId} and id = ${contact}`);

async function viewFor(scene: Scene, ctx: UserContext, accepts: string | null = null) {
  const row = await findOffer(ctx, await tokenFor(scene));
  if (!row) throw new Error("Kim has an invitation");
  return offerView(row, accepts);
}

test(
  "the page is in the language of who was invited, moments too, and no heavier",
  inScene(async (scene) => {
    await speak(scene, scene.kim, "de");
    const view = { ...(await viewFor(scene, scene.visitor())), asksName: true };
    expect(view.expires).toMatch(/^\d{1,2}\. \p{Lu}\p{Ll}+ \d{4}, \d{2}:\d{2} Uhr UTC/u);
    expect(view.expiresIn).toBe("14 Tage");
    const page = offerPage(view, { error: "x".repeat(200), name: "x".repeat(60) });
    expect(page).toContain('<html lang="de">');
    for (const words of [
      "lädt Sie ein zu",
      "Workspace beitreten",
      "Nein danke",
      "Ihr Name",
      "(noch 14 Tage)",
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/⟦|invited|join /i);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(6_000);
  }),
);

test(
  "the reader's own language comes before that of who was invited, then the browser's, then the organization's",
  inScene(async (scene) => {
    const languageFor = async (userId?: string, accepts: string | null = null) =>
      (await viewFor(scene, scene.visitor(userId), accepts)).words.every.language;
    await speak(scene, scene.id("cleo"), "de");
    expect(await languageFor()).toBe("en");
    expect(await languageFor(scene.userOf("cleo"), "en")).toBe("de");
    await speak(scene, scene.id("cleo"), null);
    await speak(scene, scene.kim, "de");
    for (const reader of [undefined, scene.userOf("cleo"), newId()])
      expect(await languageFor(reader, "en")).toBe("de");
    await speak(scene, scene.kim, null);
    for (const reader of [undefined, scene.userOf("cleo")]) {
      expect(await languageFor(reader, "de-AT, en;q=0.5")).toBe("de");
      expect(await languageFor(reader, "fr")).toBe("en");
    }
    await scene.db.execute(sql`update organizations set language = 'de' where id = ${scene.orgId}`);
    expect(await languageFor()).toBe("de");
    expect(await languageFor(undefined, "en")).toBe("en");
  }),
);
