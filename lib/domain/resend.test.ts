import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { setScene } from "@/tests/scene";
import { inOpenWorld, inWorld, useDatabase, type World } from "@/tests/world";
import { changeAddress } from "./change-address";
import { newId } from "./id";
import { cancelInvitation, copyInviteLink, replaceLink } from "./invitations";
import { inviteMembers } from "./invite";
import { listMembers, removeMember } from "./members";
import { resendInvitations } from "./resend";

await useDatabase();

const invitation = async (world: World, id: string) => {
  const [row] = await world.db.execute<{
    status: string;
    sends: number;
    generation: number;
    days: number;
    address: string;
  }>(sql`
    select status, sends, generation, address, round(extract(epoch from expires_at - now()) / 86400)::int as days
    from invitations where org_id = ${world.orgId} and id = ${id}`);
  return row;
};

test(
  "every internal member resends, the link and term stay, and the next is possible in a minute",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const [sent] = await resendInvitations(await world.as("ines"), { invitations: [scene.kimInvitation] });
    expect(sent).toMatchObject({ isSent: true, name: "Kim Lee", reason: null });
    expect(await invitation(world, scene.kimInvitation)).toMatchObject({
      status: "pending",
      sends: 2,
      generation: 1,
      days: 14,
    });
    const [again] = await resendInvitations(await world.as("ada"), { invitations: [scene.kimInvitation] });
    expect(again).toMatchObject({
      isSent: false,
      reason: "Sent 1 second ago. You can resend in 60 seconds.",
    });
    expect(
      (await world.outbox()).filter(({ address }) => address === "kim@acme.com").map(({ number }) => number),
    ).toEqual([1, 2]);
  }),
);

test(
  "whoever resends, the message names the inviter, whose words the note is",
  inWorld(async (world) => {
    const people = [{ address: "kim@acme.com", kind: "client" as const }];
    await inviteMembers(await world.as("ada"), { command: newId(), people, note: "It is me, Ada" });
    await world.pass("2 minutes");
    const [{ invitation: kims } = {}] = (await listMembers(await world.as("ines"), { find: "kim" })).clients;
    await resendInvitations(await world.as("ines"), { invitations: [kims?.id ?? ""] });
    expect((await world.outbox()).at(-1)).toMatchObject({
      number: 2,
      values: { inviterName: "Ada", inviterAddress: "ada@northwind.example", note: "It is me, Ada" },
    });
  }),
);

test(
  "five messages a day go to one person, also through cancelling and inviting again",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const ada = await world.as("ada");
    for (let i = 0; i < 3; i++) {
      expect((await resendInvitations(ada, { invitations: [scene.kimInvitation] }))[0]?.isSent).toBe(true);
      await world.pass("2 minutes");
    }
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    const kim = { command: newId(), people: [{ contact: scene.kim }], note: null };
    expect((await inviteMembers(ada, kim)).outcomes[0]?.status).toBe("invited");
    await world.pass("2 minutes");
    const [open] = (await listMembers(ada, { show: "not-joined" })).clients;
    const [sixth] = await resendInvitations(ada, { invitations: [open?.invitation?.id ?? ""] });
    expect(sixth).toMatchObject({
      isSent: false,
      reason: expect.stringMatching(/^Five messages went to this person today/),
    });
    await world.pass("1 day");
    expect((await resendInvitations(ada, { invitations: [open?.invitation?.id ?? ""] }))[0]?.isSent).toBe(
      true,
    );
  }),
);

test(
  "cancelling and inviting again within a minute of a message sends no second one",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const ada = await world.as("ada");
    await resendInvitations(ada, { invitations: [scene.kimInvitation] });
    await cancelInvitation(ada, { invitation: scene.kimInvitation });
    const answer = await inviteMembers(ada, {
      command: newId(),
      people: [{ contact: scene.kim }],
      note: null,
    });
    expect(answer.outcomes[0]).toMatchObject({
      status: "over_limit",
      reason: "You can resend in 60 seconds.",
    });
  }),
);

test(
  "a resend brings an expired invitation back, never shortens its term, and ends at 30 days",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const ada = await world.as("ada");
    await world.pass("15 days");
    expect(
      (await listMembers(ada, {})).clients.find(({ contactId }) => contactId === scene.kim)?.invitation
        ?.isExpired,
    ).toBe(true);
    expect((await resendInvitations(ada, { invitations: [scene.kimInvitation] }))[0]?.isSent).toBe(true);
    expect(await invitation(world, scene.kimInvitation)).toMatchObject({ status: "pending", days: 14 });
    await world.pass("10 days");
    expect((await resendInvitations(ada, { invitations: [scene.kimInvitation] }))[0]?.isSent).toBe(true);
    expect(await invitation(world, scene.kimInvitation)).toMatchObject({ days: 5 });
    await world.pass("6 days");
    expect((await resendInvitations(ada, { invitations: [scene.kimInvitation] }))[0]).toMatchObject({
      isSent: false,
      reason: expect.stringContaining("older than 30 days"),
    });
  }),
);

test(
  "the link of a new internal user, which makes whoever opens it one, is handed over by admins only",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const [zoes] = await world.db.execute<{ id: string }>(sql`select id from invitations
      where org_id = ${world.orgId} and contact_id = ${scene.zoe}`);
    const invitation = zoes?.id ?? "";
    const before = await world.census();
    await expect(copyInviteLink(await world.as("ines"), { invitation })).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("Only admins"),
    });
    expect(await world.census()).toEqual(before);
    expect((await copyInviteLink(await world.as("ada"), { invitation })).path).toMatch(/^\/invite\//);
  }),
);

test(
  "a corrected address makes old links dead, sends to the new one and keeps role and place",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const { path } = await copyInviteLink(await world.as("ines"), { invitation: scene.kimInvitation });
    await changeAddress(await world.as("ines"), { contact: scene.kim, address: "Kim@Acme.example" });
    expect(await invitation(world, scene.kimInvitation)).toMatchObject({
      address: "kim@acme.example",
      generation: 2,
      status: "pending",
    });
    const messages = (await world.outbox()).filter(({ address }) => address.startsWith("kim@"));
    expect(messages.map(({ address, state }) => [address, state])).toEqual([
      ["kim@acme.com", "cancelled"],
      ["kim@acme.example", "queued"],
    ]);
    const { clients } = await listMembers(await world.as("ines"), { find: "kim" });
    expect(clients[0]?.invitation).toMatchObject({ address: "kim@acme.example", sends: 2, sendsHere: 1 });
    expect((await copyInviteLink(await world.as("ines"), { invitation: scene.kimInvitation })).path).not.toBe(
      path,
    );
  }),
);

test(
  "an address of another contact, a blocked one and a malformed one are refused and change nothing",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${world.orgId}, 'gone@acme.com', 'bounced')`);
    const before = await invitation(world, scene.kimInvitation);
    for (const address of ["quinn@northwind.example", "gone@acme.com", "kim@acme", "12"])
      await expect(
        changeAddress(await world.as("ines"), { contact: scene.kim, address }),
      ).rejects.toMatchObject({ code: "invalid" });
    expect(await invitation(world, scene.kimInvitation)).toEqual(before);
  }),
);

test(
  "replacing the link is a separate act, and takes unsent messages with the old one back",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await replaceLink(await world.as("ines"), { invitation: scene.kimInvitation });
    expect(await invitation(world, scene.kimInvitation)).toMatchObject({ generation: 2, sends: 1 });
    expect((await world.outbox()).find(({ address }) => address === "kim@acme.com")?.state).toBe("cancelled");
  }),
);

test(
  "the owner cancels anybody's invitation, and who it was for stays in the list as not joined",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await cancelInvitation(await world.as("omar"), { invitation: scene.kimInvitation });
    const kim = (await listMembers(await world.as("omar"), {})).clients.find(
      ({ contactId }) => contactId === scene.kim,
    );
    expect(kim).toMatchObject({ isJoined: false, invitation: { status: "revoked" } });
    await expect(
      cancelInvitation(await world.as("omar"), { invitation: scene.kimInvitation }),
    ).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "a removed member loses access, role and invitation; the owner cannot be removed",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await removeMember(await world.as("omar"), { contact: world.id("cleo") });
    expect((await world.as("cleo")).workspace.isMember).toBe(false);
    await removeMember(await world.as("omar"), { contact: scene.kim });
    expect(await invitation(world, scene.kimInvitation)).toMatchObject({ status: "revoked" });
    await expect(removeMember(await world.as("ada"), { contact: world.id("omar") })).rejects.toMatchObject({
      code: "conflict",
    });
  }),
);

test(
  "of ten resends at once one is sent",
  inOpenWorld(async (world) => {
    const scene = await setScene(world);
    const ada = await world.as("ada");
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => resendInvitations(ada, { invitations: [scene.kimInvitation] })),
    );
    expect(outcomes.flat().filter(({ isSent }) => isSent)).toHaveLength(1);
    expect(await invitation(world, scene.kimInvitation)).toMatchObject({ sends: 2 });
  }),
);
