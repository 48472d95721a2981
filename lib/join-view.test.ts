import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { askedPage, deadJoinPage, joinPage, withdrawnPage } from "@/components/stranger/join-pages";
import { addLink, person } from "@/tests/joining";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { catalogueIn } from "./catalogue";
import { newId } from "./domain/id";
import { readJoin } from "./domain/join-link";
import { followLink } from "./domain/join-use";
import { joinView } from "./join-view";

await useDatabase();

test(
  "a link shows organization, workspace and how one gets in, and nothing else of 50 planted secrets",
  inScene(async (scene) => {
    const secrets = Array.from({ length: 50 }, (_, i) => `secret${i}x`);
    const [inNames, inAddresses, inActivity, inActions] = [0, 1, 2, 3].map((n) =>
      secrets.filter((_, i) => i % 4 === n),
    );
    for (const name of inNames ?? [])
      await scene.db.execute(sql`with c as (insert into contacts (org_id, id, kind, name, email, sort_key, company,
          company_key) values (${scene.orgId}, ${newId()}, 'client', ${name}, ${`${name}@acme.com`}, ${name}, ${name}, ${name})
        returning org_id, id) insert into members (org_id, workspace_id, contact_id, added_by)
        select org_id, ${scene.workspaceId}, id, ${scene.id("ada")} from c`);
    for (const one of inAddresses ?? [])
      await scene.db.execute(sql`insert into messages (org_id, id, kind, channel, address, subject_id, template_version,
        "values") values (${scene.orgId}, ${newId()}, 'invitation', 'email', ${`${one}@acme.com`}, ${newId()}, 1,
        ${JSON.stringify({ note: one })})`);
    for (const one of inActivity ?? [])
      await scene.db.execute(sql`insert into activity (org_id, id, workspace_id, kind, data) values (${scene.orgId},
        ${newId()}, ${scene.workspaceId}, 'members_invited', ${JSON.stringify({ name: one })})`);
    await scene.db.execute(sql`update actions set title = ${`Sign ${(inActions ?? []).join(" ")}`}
      where org_id = ${scene.orgId}`);
    const { token } = await addLink(scene, {
      roleId: scene.roles.reviewer,
      domains: ["acme.com"],
      maxUses: 5,
    });
    const page = await readJoin(scene.visitor(), token);
    if (page.state !== "open") throw new Error(page.state);
    const text = joinPage(joinView(page));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(6_000);
    for (const shown of ["Northwind Advisory", "Acme onboarding", "You ask to join; a member approves."])
      expect(text).toContain(shown);
    for (const hidden of [
      ...secrets,
      "@acme",
      "@northwind",
      "Omar",
      "Ines",
      "Ada",
      "Cleo",
      "Kim",
      "Reviewer",
      "acme.com",
      scene.orgId,
    ])
      expect(text).not.toContain(hidden);
    expect(text).not.toMatch(/<script|src=|https?:/);
  }),
);

/** What Lee reads behind a link that he has asked to join by. */
async function askedByLee(world: World, token: string) {
  const lee = await person(world, "lee@acme.com");
  await followLink(lee, { token });
  const page = await readJoin(lee, token);
  if (page.state !== "asked") throw new Error(page.state);
  return page;
}

test(
  "who has asked sees that the request waits, where, and how to take it back; nobody else sees it",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    const page = await askedByLee(world, token);
    const text = askedPage(joinView(page));
    expect(text).toContain("Your request is with Northwind Advisory");
    expect(text).toContain("You will get an email.");
    expect(text).toContain("Withdraw request");
    expect((await readJoin(world.visitor(world.userOf("quinn")), token)).state).toBe("open");
  }),
);

const parts = (page: string) => page.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, " ");

test(
  "a link's page is in the reader's language: their contact's, else the browser's, else the organization's",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    const { db, orgId } = world;
    const pageFor = async (accepts: string | null, userId?: string) => {
      const page = await readJoin(world.visitor(userId), token);
      if (page.state !== "open") throw new Error(page.state);
      return joinPage(joinView(page, accepts));
    };
    const german = await pageFor("de-AT, en;q=0.5");
    expect(german).toContain('<html lang="de">');
    expect(Buffer.byteLength(german)).toBeLessThanOrEqual(6_000);
    expect(parts(german)).toContain("Sie bitten um den Beitritt; ein Mitglied genehmigt ihn.");
    expect(parts(german)).not.toMatch(/⟦|\byou\b/i);
    for (const accepts of ["*", "fr", "de;q=0", null]) expect(await pageFor(accepts)).toContain('lang="en"');
    await db.execute(sql`update organizations set language = 'de' where id = ${orgId}`);
    for (const accepts of ["*", "fr", null]) expect(await pageFor(accepts)).toContain('lang="de"');
    expect(await pageFor("en")).toContain('lang="en"');
    expect(await pageFor("en", world.userOf("quinn"))).toContain('lang="en"');
    expect(await pageFor(null, world.userOf("quinn"))).toContain('lang="de"');
    await db.execute(
      sql`update contacts set language = 'en' where org_id = ${orgId} and id = ${world.id("quinn")}`,
    );
    expect(await pageFor("de", world.userOf("quinn"))).toContain('lang="en"');
    expect(await pageFor("de", (await person(world, "lee@acme.com")).userId)).toContain('lang="de"');
  }),
);

test(
  "every state of a request has German words",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    const page = await askedByLee(world, token);
    const view = joinView(page, "de");
    const asks = (status: string, kind: "email" | "phone" = "email") =>
      parts(askedPage({ ...view, request: { status, kind, reason: null, mayAskAgain: true } }));
    expect(asks("pending")).toContain("Sie erhalten eine E-Mail.");
    expect(asks("pending", "phone")).toContain("Sie erhalten eine SMS.");
    expect(asks("declined")).toContain("wurde abgelehnt");
    expect(asks("expired")).toContain("Niemand hat sie innerhalb von 14 Tagen beantwortet.");
    expect(asks("joined")).toContain("wurde beantwortet");
    expect(parts(withdrawnPage(view))).toContain("erneut anfragen");
    expect(parts(deadJoinPage(catalogueIn("de")))).toContain("Fragen Sie die Person, von der Sie ihn haben.");
  }),
);
