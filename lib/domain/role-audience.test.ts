import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { choosing, draftClient, draftColleague, draftGroup } from "@/tests/drafting";
import { inviting } from "@/tests/inviting";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { addFromDraft } from "./add-people";
import { addManyToWorkspace } from "./bulk-acts";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { requestInternal } from "./request-internal";
import { assignByAddress, assignRole } from "./roles";

await useDatabase();

type Kind = "client" | "internal";
type Who = "a member" | "a contact" | "a new address" | "a group";

/** The wrong person for a role: each of a kind that it is not for. */
const recipient = (scene: Scene, kind: Kind, who: Who) => {
  const isClient = kind === "client";
  if (who === "a member") return { contact: scene.id(isClient ? "cleo" : "ada") };
  if (who === "a contact") return { contact: scene.id(isClient ? "quinn" : "noel") };
  if (who === "a group") return { group: isClient ? scene.groups.clients : scene.groups.team };
  return { address: "new@acme.com", kind };
};

const addressOf = (scene: Scene, kind: Kind, who: Who) => {
  const names = { "a member": ["cleo", "ada"], "a contact": ["quinn", "noel"] } as const;
  const known = who === "a member" || who === "a contact" ? names[who][kind === "client" ? 0 : 1] : null;
  return known ? `${known}@${scene.slug}.example` : "new@acme.com";
};

type Try = { scene: Scene; role: string; holder?: string; kind: Kind; who: Who };

/** What the wizard's first step keeps, as the admin. */
const draft = (ctx: Awaited<ReturnType<Scene["as"]>>, { kind, who }: Try) => {
  if (who === "a group") return draftGroup(ctx, "new@acme.com", kind === "client" ? "client_group" : "team");
  const newcomer = { email: "new@acme.com" };
  return kind === "client" ? draftClient(ctx, newcomer) : draftColleague(ctx, newcomer);
};

const paths: [string, Who[], (given: Try) => Promise<unknown>][] = [
  [
    "assign",
    ["a member", "a contact", "a new address", "a group"],
    async ({ scene, role, kind, who, holder }) =>
      assignRole(await scene.as("ada"), {
        command: newId(),
        ...{ role, holder },
        people: [recipient(scene, kind, who)],
      }),
  ],
  [
    "assign without script",
    ["a member", "a contact", "a new address"],
    async ({ scene, role, kind, who, holder }) =>
      assignByAddress(await scene.as("ada"), {
        command: newId(),
        ...{ role, holder, kind },
        address: addressOf(scene, kind, who),
      }),
  ],
  [
    "invite with a role",
    ["a member", "a contact", "a new address", "a group"],
    async ({ scene, role, kind, who }) =>
      inviteMembers(await scene.as("ada"), inviting([recipient(scene, kind, who)], { role })),
  ],
  [
    "act on many",
    ["a member", "a contact"],
    async ({ scene, role, kind, who }) => {
      const one = recipient(scene, kind, who);
      const contacts = [one.contact ?? ""];
      const workspace = scene.workspaceId;
      return addManyToWorkspace(await scene.as("ada"), {
        command: newId(),
        ...{ contacts, workspace, role, note: null },
      });
    },
  ],
  [
    "the wizard",
    ["a new address", "a group"],
    async (given) => {
      const ctx = await given.scene.as("ada");
      const group = given.kind === "client" ? ("client_group" as const) : ("team" as const);
      const kind = given.who === "a group" ? group : given.kind;
      const choice = choosing("workspace", { workspace: given.scene.workspaceId, role: given.role });
      return addFromDraft(ctx, { kind, draft: await draft(ctx, given) }, choice);
    },
  ],
];

const holderOf = async ({ db, orgId }: Scene, role: string) => {
  const [row] = await db.execute<{ holder: string | null }>(sql`
    select coalesce(holder_id, holder_group_id) as holder from roles where org_id = ${orgId} and id = ${role}`);
  return row?.holder ?? null;
};

const REFUSALS = { client: "is for internal users", internal: "is for clients" };

/** Everything that was answered or thrown, as one text. */
const said = (work: Promise<unknown>) =>
  work.then(
    (answer) => JSON.stringify(answer),
    (error: Error) => error.message,
  );

const cases = paths.flatMap(([path, whos, run]) =>
  whos.flatMap((who) => (["client", "internal"] as const).map((kind) => ({ path, who, kind, run }))),
);

describe("a role refuses whom it is not for, with words, and nobody takes it", () => {
  test.each(cases)("$path: $who, $kind", ({ who, kind, run }) =>
    inScene(async (scene) => {
      const role = kind === "client" ? scene.roles.lead : scene.roles.signatory;
      await scene.db.execute(sql`update roles set holder_id = null where org_id = ${scene.orgId}`);
      expect(await said(run({ scene, role, kind, who }))).toMatch(new RegExp(REFUSALS[kind], "i"));
      expect(await holderOf(scene, role)).toBeNull();
    })(),
  );

  test.each(cases.filter(({ path }) => path.startsWith("assign")))(
    "$path, held by somebody: $who, $kind",
    ({ who, kind, run }) =>
      inScene(async (scene) => {
        const role = kind === "client" ? scene.roles.lead : scene.roles.signatory;
        const holder = scene.id(kind === "client" ? "omar" : "cleo");
        await scene.db.execute(sql`update roles set holder_id = ${holder}
          where org_id = ${scene.orgId} and id = ${role}`);
        expect(await said(run({ scene, role, kind, who, holder }))).toMatch(new RegExp(REFUSALS[kind], "i"));
        expect(await holderOf(scene, role)).toBe(holder);
      })(),
  );

  test(
    "asking the admins for an internal user",
    inScene(async (scene) => {
      const ask = { address: "zoe@new.example", role: scene.roles.signatory };
      await expect(requestInternal(await scene.as("ines"), ask)).rejects.toThrow(
        "Client signatory is for clients. Nothing was sent.",
      );
    }),
  );
});
