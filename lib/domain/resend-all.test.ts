import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { knowClients, people } from "@/tests/group-scene";
import { inviting, newClient, withoutLimits } from "@/tests/inviting";
import { inOpenWorld, inWorld, useDatabase } from "@/tests/world";
import { addToGroup } from "./group-people";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { inviteToPortal } from "./portal";
import { resendAll, resendPortal } from "./resend-all";

const database = await useDatabase();

test(
  "reaches everybody of the group who has not joined, also who was added quietly, and tells who was skipped",
  inWorld(async (world) => {
    const { clients } = world.groups;
    await knowClients(world, clients, ["kim@acme.com", "lee@acme.com"]);
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: clients }, newClient("other@acme.com")]));
    await world.pass("2 minutes");
    await addToGroup(ines, {
      ...{ command: newId(), group: clients, people: [newClient("max@acme.com")], isQuiet: true },
    });
    await world.db.execute(
      sql`insert into suppressions (org_id, address, reason) values (${world.orgId}, 'lee@acme.com', 'bounced')`,
    );
    const before = (await world.outbox()).length;
    const answer = await resendAll(await world.as("omar"), { group: clients });
    expect(answer).toEqual({
      sent: 2,
      skipped: [{ name: "lee@acme.com", reason: "Not sent: messages to this address came back; change it." }],
    });
    const sent = (await world.outbox()).slice(before).map(({ address, number }) => [address, number]);
    expect(sent.sort()).toEqual([
      ["kim@acme.com", 2],
      ["max@acme.com", 1],
    ]);
  }),
);

test(
  "who has an account by now and never got an invitation comes in at once and is told so",
  inWorld(async (world) => {
    const { clients } = world.groups;
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: clients }]));
    await world.db.execute(sql`update members set joined_at = null
      where org_id = ${world.orgId} and contact_id = ${world.id("quinn")}`);
    const before = (await world.outbox()).length;
    expect(await resendAll(ines, { group: clients })).toEqual({ sent: 1, skipped: [] });
    expect((await world.outbox()).slice(before).map(({ kind, address }) => [kind, address])).toEqual([
      ["workspace_added", "quinn@northwind.example"],
    ]);
    expect(await people(world)).toContain("quinn (group)");
  }),
);

test(
  "who is over a limit at the first sending is told so in one whole sentence",
  inWorld(async (world) => {
    const { clients } = world.groups;
    await knowClients(world, clients, ["kim@acme.com", "lee@acme.com"]);
    await world.db.execute(sql`update organizations set member_hourly_limit = 1 where id = ${world.orgId}`);
    const { sent, skipped } = await resendPortal(await world.inOrganization("noel"), { group: clients });
    expect(sent).toBe(1);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /^You have reached your limit of 1 message an hour\. Try again in \d+ minutes\.$/,
      ),
    ]);
  }),
);

test(
  "without a group reaches the whole workspace, at most once a minute",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([newClient("kim@acme.com"), newClient("lee@acme.com")]));
    expect((await resendAll(ines, {})).sent).toBe(0);
    await world.pass("2 minutes");
    expect((await resendAll(ines, {})).sent).toBe(2);
    expect((await resendAll(ines, {})).skipped).toHaveLength(2);
  }),
);

test(
  "a group that is not in the workspace reaches nobody, another organization's is not found",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([newClient("kim@acme.com")]));
    await world.pass("2 minutes");
    expect(await resendAll(ines, { group: world.groups.clients })).toEqual({ sent: 0, skipped: [] });
    await expect(resendAll(ines, { group: newId() })).rejects.toMatchObject({ code: "not_found" });
  }),
);

test(
  "portal invitations: the open one again, a first one to who has none, nothing to who has joined",
  inWorld(async (world) => {
    const { clients } = world.groups;
    const [kim = ""] = await knowClients(world, clients, ["kim@acme.com", "lee@acme.com"]);
    const noel = await world.inOrganization("noel");
    await inviteToPortal(noel, { command: newId(), contacts: [kim], note: null });
    await world.pass("2 minutes");
    expect(await resendPortal(noel, { group: clients })).toEqual({ sent: 2, skipped: [] });
    expect((await world.outbox()).map(({ address, number }) => [address, number])).toEqual([
      ["kim@acme.com", 1],
      ["kim@acme.com", 2],
      ["lee@acme.com", 1],
    ]);
  }),
);

test(
  "who waits for a workspace gets that invitation again, and no second one to the portal",
  inWorld(async (world) => {
    const { clients } = world.groups;
    const [kim = ""] = await knowClients(world, clients, ["kim@acme.com"]);
    await inviteMembers(await world.as("ines"), inviting([{ contact: kim }]));
    await world.pass("2 minutes");
    expect(await resendPortal(await world.inOrganization("ines"), { group: clients })).toEqual({
      ...{ sent: 1, skipped: [] },
    });
    const sent = (await world.outbox()).filter(({ kind }) => kind === "invitation");
    expect(sent.map(({ number, values }) => [number, values.workspaceName])).toEqual([
      [1, "Acme onboarding"],
      [2, "Acme onboarding"],
    ]);
    expect(await resendPortal(await world.inOrganization("noel"), { contacts: [kim] })).toMatchObject({
      sent: 1,
    });
    expect((await world.outbox()).at(-1)?.values).toMatchObject({ workspaceName: null });
  }),
);

test(
  "the number of statements does not grow with the people",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const ada = { ...(await world.as("ada")), db: counting.db };
    const counted = async (n: number) => {
      await inviteMembers(
        ada,
        inviting(Array.from({ length: n }, (_, i) => newClient(`r${n}-${i}@acme.com`))),
      );
      await world.pass("2 minutes");
      const before = statements;
      expect((await resendAll(ada, {})).sent).toBeGreaterThanOrEqual(n);
      return statements - before;
    };
    expect(await counted(2)).toBe(await counted(2_000));
    await counting.close();
  }),
);
