import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Language } from "@/lib/domain/languages";
import { fileWords } from "@/lib/words/invitation-file";
import { sayIn } from "@/lib/words/say";
import { inviteAround } from "@/tests/invitation-scene";
import type { Scene } from "@/tests/scene";
import { wordsOf } from "@/tests/words";
import { inScene, useDatabase } from "@/tests/world";
import { exportInvitations } from "./export-invitations";
import { type ChosenInvitations, readChosenInvitations } from "./invitation-filter";

await useDatabase();

const wordsIn = (language: Language) => fileWords(wordsOf("invitations", language), sayIn(language));

async function exported(
  scene: Scene,
  who: "ada" | "ines",
  chosen: ChosenInvitations,
  language: Language = "en",
): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of await exportInvitations(
    await scene.inOrganization(who),
    chosen,
    wordsIn(language),
  ))
    pieces.push(piece);
  return pieces.join("").split("\r\n").slice(0, -1);
}

const peopleIn = (lines: string[]) => lines.slice(1).map((line) => line.split(",")[1]);

test(
  "a file says of each invitation what the list says, and computes nothing",
  inScene(async (scene) => {
    await scene.db.execute(
      sql`update contacts set name = '=1+1' where org_id = ${scene.orgId} and id = ${scene.kim}`,
    );
    await scene.db.execute(sql`update messages set state = 'bounced', error = '@mailbox is full'
      where org_id = ${scene.orgId} and subject_id = ${scene.kimInvitation}`);
    const [head, line] = await exported(scene, "ines", readChosenInvitations({ i: scene.kimInvitation }));
    expect(head).toBe(
      '\ufeff"Name","Address","Workspace","Role","Invited by","Invited","Last sent","Times sent","State","Delivery","Reason","Expires"',
    );
    const time = String.raw`"\d{4}-\d\d-\d\d \d\d:\d\d"`;
    expect(line).toMatch(
      new RegExp(
        `^"'=1\\+1","kim@acme.com","Acme onboarding","","Ada",${time},${time},"1","Pending","Bounced","'@mailbox is full",${time}$`,
      ),
    );
  }),
);

test(
  "a file speaks its reader's language, but for names and roles",
  inScene(async (scene) => {
    await scene.db.execute(sql`update messages set state = 'bounced', error = 'mailbox is full'
      where org_id = ${scene.orgId} and subject_id = ${scene.kimInvitation}`);
    const chosen = readChosenInvitations({ i: scene.kimInvitation });
    const [head, line] = await exported(scene, "ines", chosen, "de");
    expect(head).toBe(
      '\ufeff"Name","Adresse","Workspace","Rolle","Eingeladen von","Eingeladen","Zuletzt gesendet","Wie oft gesendet","Status","Zustellung","Grund","Läuft ab"',
    );
    expect(line).toContain('"kim@acme.com","Acme onboarding","","Ada",');
    expect(line).toContain('"1","Offen","Zurückgekommen","Postfach ist voll",');
  }),
);

test(
  "a file says why nothing may be sent to a blocked address, in words",
  inScene(async (scene) => {
    await scene.db.execute(sql`update messages set state = 'suppressed', error = 'opted_out'
      where org_id = ${scene.orgId} and subject_id = ${scene.kimInvitation}`);
    const [, line] = await exported(scene, "ines", readChosenInvitations({ i: scene.kimInvitation }));
    expect(line).toContain('"Blocked","Blocked by the recipient: asked not to be invited again"');
  }),
);

test(
  "only what is chosen and may be seen; a workspace one is not in has no name",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const all = readChosenInvitations({});
    expect(peopleIn(await exported(scene, "ines", all))).toEqual([
      '"max@acme.com"',
      '"zoe@northwind.example"',
      '"kim@acme.com"',
    ]);
    const named = readChosenInvitations({ i: [invited.noels, invited.kim, "nonsense"] });
    expect(peopleIn(await exported(scene, "ines", named))).toEqual(['"kim@acme.com"']);
    const [, lee] = await exported(scene, "ada", readChosenInvitations({ find: "lee@" }));
    expect(await exported(scene, "ada", readChosenInvitations({ find: "cme.com" }))).toHaveLength(4);
    expect(lee).toContain('"A workspace you are not in"');
    expect(lee).not.toContain("Bluebird");
  }),
);

test(
  "a long list comes in pieces of a thousand, and that it was taken is recorded",
  inScene(async (scene) => {
    await scene.db.execute(sql`
      insert into invitations (org_id, id, contact_id, address, channel, invited_by, expires_at, status, closed_at)
      select i.org_id, gen_random_uuid(), i.contact_id, i.address, i.channel, i.invited_by, i.expires_at, 'revoked', now()
      from invitations i, generate_series(1, 2500) where i.org_id = ${scene.orgId} and i.id = ${scene.kimInvitation}`);
    const pieces: number[] = [];
    for await (const piece of await exportInvitations(
      await scene.inOrganization("ines"),
      readChosenInvitations({}),
      wordsIn("en"),
    ))
      pieces.push(piece.split("\r\n").length - 1);
    expect(pieces).toEqual([1, 1_000, 1_000, 502]);
    const kept = await scene.db.execute<{ kind: string }>(sql`select kind from activity
      where org_id = ${scene.orgId} and kind = 'invitations_exported'`);
    expect(kept).toHaveLength(1);
  }),
);
