import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerPage } from "@/components/stranger/offer-pages";
import { kim, OPEN, tokenFor } from "@/tests/kim";
import { inScene, testKeys, useDatabase } from "@/tests/world";
import { renderMessage } from "./delivery/render";
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
