import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { markUnanswered } from "@/db/queries/channel-health";
import { endPause, passGate, pauseChannel } from "@/db/queries/channel-pauses";
import { inviteAround } from "@/tests/invitation-scene";
import { inviting } from "@/tests/inviting";
import { addLink, person, requestsOf } from "@/tests/joining";
import type { Scene } from "@/tests/scene";
import { inScene, useDatabase } from "@/tests/world";
import { addSelf } from "./add-self";
import { newId } from "./id";
import { cancelInvitation, copyInviteLink, replaceLink } from "./invitations";
import { inviteMembers } from "./invite";
import { decideRequests } from "./join-decide";
import { followLink } from "./join-use";
import { getOutboxMessage, listOutbox, OUTBOX_PAGE } from "./outbox";
import { continueSending, pauseSending } from "./pause-sending";

await useDatabase();

const listed = async (scene: Scene, input: Parameters<typeof listOutbox>[1]) =>
  listOutbox(await scene.inOrganization("ada"), input);

const mark = ({ db, orgId }: Scene, address: string, state: string, error: string | null = null) =>
  db.execute(sql`update messages set state = ${state}, error = ${error}, attempts = 1, sent_at = now()
    where org_id = ${orgId} and address = ${address}`);

test(
  "the outbox lists what the organization wrote, newest first, each in its tab and counted",
  inScene(async (scene) => {
    await mark(scene, "kim@acme.com", "bounced", "mailbox does not exist");
    const all = await listed(scene, {});
    expect(all.rows.map(({ address }) => address)).toEqual(
      expect.arrayContaining(["kim@acme.com", "zoe@northwind.example"]),
    );
    expect(all.rows.map(({ id }) => id)).toEqual(
      all.rows
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    const [problem, ...others] = (await listed(scene, { tab: "problems" })).rows;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      address: "kim@acme.com",
      name: "Kim Lee",
      kind: "invitation",
      workspace: "Acme onboarding",
      delivery: "bounced",
      deliveryError: "mailbox does not exist",
    });
    const waiting = await listed(scene, { tab: "waiting" });
    expect(waiting.rows.every(({ delivery }) => delivery === "queued")).toBe(true);
    expect(all.counts).toEqual({ waiting: waiting.rows.length, sent: 0, problems: 1 });
  }),
);

test(
  "what a message is about is named to admins who are in that workspace; to others it is one they are not in",
  inScene(async (scene) => {
    const { noelsWorkspace } = await inviteAround(scene);
    const noel = await scene.as("noel", noelsWorkspace);
    await inviteMembers(noel, inviting([{ contact: scene.id("cleo") }]));
    const link = await addLink(scene, { workspaceId: noelsWorkspace, createdBy: scene.id("noel") });
    await followLink(await person(scene, "pat@acme.com", "Pat"), { token: link.token });
    const [request] = await requestsOf(scene);
    const decision = { decision: "decline" as const, requests: [request?.id ?? ""], reason: null };
    await decideRequests(noel, decision);
    const about = async () =>
      Object.fromEntries(
        (await listed(scene, {})).rows
          .filter(({ address }) => !address.startsWith("zoe"))
          .map(({ kind, address, workspace }) => [`${kind} ${address}`, workspace]),
      );
    const unseen = "A workspace you are not in";
    expect(await about()).toEqual({
      "invitation kim@acme.com": "Acme onboarding",
      "invitation lee@acme.com": unseen,
      "invitation max@acme.com": null,
      "workspace_added cleo@northwind.example": unseen,
      "request_received noel@northwind.example": unseen,
      "request_declined pat@acme.com": unseen,
      "action_ready cleo@northwind.example": "Acme onboarding",
    });
    const ada = await scene.inOrganization("ada");
    const [lee] = (await listed(scene, { find: "lee@acme.com" })).rows;
    expect((await getOutboxMessage(ada, { message: lee?.id ?? "" })).workspace).toBe(unseen);
    await inviteMembers(noel, inviting([{ contact: scene.id("ada") }]));
    await scene.db.execute(sql`update members set joined_at = null
      where org_id = ${scene.orgId} and workspace_id = ${noelsWorkspace} and contact_id = ${scene.id("ada")}`);
    expect(Object.values(await about())).toContain(unseen);
    await addSelf(ada, { workspace: noelsWorkspace });
    expect(Object.values(await about())).not.toContain(unseen);
  }),
);

test(
  "the link of an open invitation may be copied from its message by who is in its workspace",
  inScene(async (scene) => {
    const { invited, noelsWorkspace } = await inviteAround(scene);
    const ada = await scene.inOrganization("ada");
    const copies = async (find: string) => {
      const [row] = (await listed(scene, { find })).rows;
      return (await getOutboxMessage(ada, { message: row?.id ?? "" })).copies;
    };
    const kims = { invitation: invited.kim, workspace: scene.workspaceId };
    const inIt = await scene.as("ada");
    const { path, linkKey } = await copyInviteLink(inIt, kims);
    expect(path).toMatch(/^\/invite\//);
    expect(await copies("kim@acme.com")).toEqual({ ...kims, linkKey });
    await replaceLink(inIt, kims);
    expect((await copies("kim@acme.com"))?.linkKey).not.toBe(linkKey);
    for (const find of ["lee@acme.com", "max@acme.com"]) expect(await copies(find), find).toBeNull();
    await addSelf(ada, { workspace: noelsWorkspace });
    expect(await copies("lee@acme.com")).toMatchObject({
      ...{ invitation: invited.noels, workspace: noelsWorkspace },
    });
    const workspaces = (archivedAt: ReturnType<typeof sql>) =>
      scene.db.execute(sql`update workspaces set archived_at = ${archivedAt} where org_id = ${scene.orgId}`);
    await workspaces(sql`now()`);
    expect(await copies("kim@acme.com")).toBeNull();
    await workspaces(sql`null`);
    await scene.db.execute(sql`update invitations set expires_at = now() - interval '1 minute'
      where org_id = ${scene.orgId} and id = ${invited.kim}`);
    expect(await copies("kim@acme.com")).toBeNull();
    await cancelInvitation(await scene.as("ada"), { invitation: invited.zoe });
    expect(await copies("zoe@northwind.example")).toBeNull();
  }),
);

test(
  "recipients are found by name, by address and by an address they had before; nonsense finds nobody",
  inScene(async (scene) => {
    const found = async (find: string) => (await listed(scene, { find })).rows.map(({ address }) => address);
    for (const find of ["kim lee", "KIM@acme.com", "@acme.com"])
      expect(await found(find), find).toContain("kim@acme.com");
    await scene.db.execute(
      sql`update contacts set email = 'kim@elsewhere.example' where org_id = ${scene.orgId} and id = ${scene.kim}`,
    );
    expect(await found("kim@acme.com")).toEqual(["kim@acme.com"]);
    for (const find of ["nobody@nowhere.example", "%", "x".repeat(400)])
      expect(await found(find), find).toEqual([]);
    expect(await found("\0 ")).toHaveLength(3);
  }),
);

test(
  "pages follow each other without a gap",
  inScene(async (scene) => {
    await scene.db.execute(sql`
      insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", state)
      select ${scene.orgId}, gen_random_uuid(), 'request_declined', 'email', 'p' || n || '@acme.com', gen_random_uuid(), 1, '{}', 'sent'
      from generate_series(1, 120) n`);
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await listed(scene, { tab: "sent", before });
      expect(page.rows.length).toBeLessThanOrEqual(OUTBOX_PAGE);
      seen.push(...page.rows.map(({ id }) => id));
      before = page.next ?? undefined;
    } while (before);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  }),
);

test(
  "a message tells its history; those of others do not exist",
  inScene(async (scene) => {
    const [row] = (await listed(scene, { find: "kim@acme.com" })).rows;
    const id = row?.id ?? "";
    await mark(scene, "kim@acme.com", "bounced", "mailbox is full");
    await scene.db.execute(sql`
      insert into delivery_events (org_id, provider, event_id, message_id, state, detail, at) values
        (${scene.orgId}, 'resend', 'b', ${id}, 'bounced', 'mailbox is full', now() + interval '2 seconds'),
        (${scene.orgId}, 'resend', 'a', ${id}, 'delayed', null, now() + interval '1 second'),
        (${scene.otherOrgId}, 'resend', 'a', ${id}, 'complained', null, now())`);
    const message = await getOutboxMessage(await scene.inOrganization("ada"), { message: id });
    expect(message.history.map(({ state }) => state)).toEqual(["written", "sent", "delayed", "bounced"]);
    expect(message.maySendAgain).toBe(false);
    for (const unknown of [newId(), "nonsense"])
      await expect(
        getOutboxMessage(await scene.inOrganization("ada"), { message: unknown }),
      ).rejects.toMatchObject({ code: "not_found" });
    await expect(getOutboxMessage(await scene.asOtto(), { message: id })).rejects.toMatchObject({
      code: "not_found",
    });
  }),
);

test(
  "a pause by an admin holds every worker until it is ended, whatever the provider says meanwhile; codes pass",
  inScene(async (scene) => {
    const { db } = scene;
    const ada = await scene.inOrganization("ada");
    const pass = (provider: string, codes: "only" | "none" = "none", before: string[] = []) =>
      passGate(db, { provider, before, probeSeconds: 60, codes });
    const gate = async (...at: Parameters<typeof pass>) => (await pass(...at)).gate.state;
    await pauseChannel(db, { provider: "resend", seconds: -1, reason: "quota" });
    await pauseSending(ada, { providers: ["resend", "twilio"] });
    await pauseSending(ada, { providers: ["resend", "twilio"] });
    await pauseChannel(db, { provider: "resend", seconds: -1, reason: "rate" });
    await endPause(db, { provider: "resend", wake: "nobody" });
    for (const provider of ["resend", "twilio"])
      expect([await gate(provider), await gate(provider), await gate(provider, "only")]).toEqual([
        "closed",
        "closed",
        "open",
      ]);
    const { pauses, rows } = await listed(scene, { tab: "waiting" });
    expect(pauses.map(({ provider, reason }) => `${provider} ${reason}`).toSorted()).toEqual([
      "resend manual",
      "twilio manual",
    ]);
    expect(new Set(rows.map(({ delivery }) => delivery))).toEqual(new Set(["paused"]));
    expect((await pass("smtp", "only", ["resend"])).down).toEqual([]);
    const outage = { after: 1, firstSeconds: 60, longestSeconds: 60 };
    await markUnanswered(db, { provider: "resend", error: "no answer", isProbe: true, ...outage });
    expect([await gate("resend"), await gate("resend", "only")]).toEqual(["closed", "closed"]);
    expect((await pass("smtp", "only", ["resend"])).down).toEqual(["resend"]);
    await continueSending(ada);
    expect([await gate("resend"), await gate("twilio")]).toEqual(["open", "open"]);
    expect((await listed(scene, {})).pauses).toEqual([]);
  }),
);

test(
  "who is no admin neither looks nor pauses",
  inScene(async (scene) => {
    for (const name of ["ines", "cleo"] as const) {
      const ctx = await scene.inOrganization(name);
      await expect(listOutbox(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
      await expect(pauseSending(ctx, { providers: ["mailbox"] })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const [paused] = await scene.db.execute(sql`select count(*)::int as n from channel_pauses`);
    expect(paused).toEqual({ n: 0 });
  }),
);
