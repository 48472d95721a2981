import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, memberOf, newClient, newInternal, statuses } from "@/tests/inviting";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { inviteMembers } from "./invite";

await useDatabase();

test(
  "an internal member invites a new client, who is a member at once and has not joined",
  inWorld(async (world) => {
    const answer = await inviteMembers(await world.as("ines"), inviting([newClient("Kim@ACME.com")]));
    expect(answer.outcomes).toEqual([
      { input: "Kim@ACME.com", name: "kim@acme.com", status: "invited", reason: null, invitationId: null },
    ]);
    expect(await memberOf(world, "kim@acme.com")).toEqual({ joined: false, status: "pending" });
    expect(await world.outbox()).toMatchObject([
      { kind: "invitation", address: "kim@acme.com", channel: "email", state: "queued" },
    ]);
  }),
);

test(
  "a phone number gets a text message",
  inWorld(async (world) => {
    const answer = await inviteMembers(await world.as("ines"), inviting([newClient("(415) 555-0134")]));
    expect(statuses(answer)).toEqual(["invited"]);
    expect(await world.outbox()).toMatchObject([{ channel: "sms", address: "+14155550134" }]);
  }),
);

test(
  "somebody with an account is a member at once, sees it as new and gets a notice",
  inWorld(async (world) => {
    const answer = await inviteMembers(
      await world.as("ines"),
      inviting([{ contact: world.id("noel") }, { contact: world.id("quinn") }]),
    );
    expect(statuses(answer)).toEqual(["added", "added"]);
    expect((await world.as("noel")).workspace.isMember).toBe(true);
    expect((await world.outbox()).map(({ kind, address }) => [kind, address])).toEqual([
      ["workspace_added", "noel@northwind.example"],
      ["workspace_added", "quinn@northwind.example"],
    ]);
  }),
);

test(
  "an internal user who is no admin cannot invite a new colleague, and nothing is sent",
  inWorld(async (world) => {
    const before = await world.census();
    const answer = await inviteMembers(
      await world.as("ines"),
      inviting([newInternal("zoe@northwind.example")]),
    );
    expect(answer.outcomes[0]).toMatchObject({
      status: "not_allowed",
      reason: "Only admins can invite new internal users. Ask an admin.",
    });
    expect(await world.outbox()).toEqual([]);
    expect(
      Object.keys(await world.census())
        .filter((key) => !(key in before))
        .map((key) => key.split(" ")[0]),
    ).toEqual(["commands"]);
  }),
);

test(
  "an admin invites a new colleague",
  inWorld(async (world) => {
    expect(
      statuses(await inviteMembers(await world.as("ada"), inviting([newInternal("zoe@northwind.example")]))),
    ).toEqual(["invited"]);
    const again = await inviteMembers(await world.as("ines"), inviting([newClient("zoe@northwind.example")]));
    expect(statuses(again)).toEqual(["already_invited"]);
  }),
);

test(
  "a colleague who has not joined yet can be added elsewhere by admins only, whatever kind is asked for",
  inWorld(async (world) => {
    await world.db.execute(sql`insert into contacts (org_id, id, kind, email, sort_key)
        values (${world.orgId}, ${newId()}, 'internal', 'zoe@northwind.example', 'zoe')`);
    const answer = await inviteMembers(
      await world.as("ines"),
      inviting([newClient("zoe@northwind.example")]),
    );
    expect(statuses(answer)).toEqual(["not_allowed"]);
  }),
);

test(
  "one bad row never spoils the others, and repeats are one recipient",
  inWorld(async (world) => {
    const answer = await inviteMembers(
      await world.as("ines"),
      inviting([
        newClient("kim@acme.com"),
        newClient("jo@acme"),
        newClient("KIM@acme.com"),
        { contact: world.id("cleo") },
        { contact: world.id("otto") },
        newClient("+1 415"),
      ]),
    );
    expect(answer.outcomes.map(({ status, reason }) => [status, reason])).toEqual([
      ["invited", null],
      ["invalid", "needs a full email address"],
      ["already_member", "already a member"],
      ["invalid", "no longer in your contacts"],
      ["invalid", "this phone number is too short"],
    ]);
    expect(await world.outbox()).toHaveLength(1);
  }),
);

test(
  "inviting again while an invitation is open changes nothing and offers a resend",
  inWorld(async (world) => {
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    const again = await inviteMembers(await world.as("ada"), inviting([newClient("kim@acme.com")]));
    expect(again.outcomes[0]).toMatchObject({
      status: "already_invited",
      invitationId: expect.any(String),
    });
    expect(await world.outbox()).toHaveLength(1);
  }),
);

test(
  "the same command twice is one act with one answer",
  inWorld(async (world) => {
    const input = inviting([newClient("kim@acme.com")]);
    const first = await inviteMembers(await world.as("ines"), input);
    expect(await inviteMembers(await world.as("ines"), input)).toEqual(first);
    expect(await world.outbox()).toHaveLength(1);
  }),
);

test(
  "who asked not to be invited again is not",
  inWorld(async (world) => {
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
        values (${world.orgId}, 'kim@acme.com', 'opted_out')`);
    const answer = await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    expect(answer.outcomes[0]).toMatchObject({
      status: "not_allowed",
      reason: "asked not to be invited again",
    });
  }),
);

test(
  "a person without admin rights sends at most 100 messages an hour; the rest is over the limit",
  inWorld(async (world) => {
    const people = Array.from({ length: 103 }, (_, i) => newClient(`p${i}@acme.com`));
    const answer = await inviteMembers(await world.as("ines"), inviting(people));
    expect(statuses(answer).filter((status) => status === "invited")).toHaveLength(100);
    expect(answer.outcomes.at(-1)).toMatchObject({
      status: "over_limit",
      reason: expect.stringMatching(/^You have reached your limit of 100 messages an hour\. Try again in/),
    });
    expect(await world.outbox()).toHaveLength(100);
  }),
);

test(
  "clients may not invite",
  inWorld(async (world) => {
    const before = await world.census();
    await expect(
      inviteMembers(await world.as("cleo"), inviting([newClient("kim@acme.com")])),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "inviting again changes the note and the term of the open invitation, sends nothing and offers a resend",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([newClient("kim@acme.com")], { note: "first note", days: 1 }));
    const again = inviting([newClient("kim@acme.com")], { note: "second note", days: 30 });
    const [outcome] = (await inviteMembers(ines, again)).outcomes;
    expect(outcome).toMatchObject({
      status: "already_invited",
      reason: expect.stringContaining("now says what you entered"),
    });
    expect(await world.outbox()).toHaveLength(1);
    const rows = await world.db.execute(sql`
      select note, round(extract(epoch from expires_at - now()) / 86400)::int as days from invitations
      where org_id = ${world.orgId} and id = ${outcome?.invitationId}`);
    expect([...rows]).toEqual([{ note: "second note", days: 30 }]);
  }),
);

const inviterOf = async (world: World, id?: string | null) => {
  const rows = await world.db.execute<{ by: string; note: string | null }>(sql`
    select invited_by as by, note from invitations where org_id = ${world.orgId} and id = ${id}`);
  return rows[0];
};

test(
  "who invites again with a note becomes the inviter; with a term only, nobody changes places",
  inWorld(async (world) => {
    const kim = [newClient("kim@acme.com")];
    await inviteMembers(await world.as("ada"), inviting(kim, { note: "from Ada" }));
    const ines = await world.as("ines");
    const [term] = (await inviteMembers(ines, inviting(kim, { days: 30 }))).outcomes;
    expect(await inviterOf(world, term?.invitationId)).toEqual({ by: world.id("ada"), note: "from Ada" });
    await inviteMembers(ines, inviting(kim, { note: "from Ines" }));
    expect(await inviterOf(world, term?.invitationId)).toEqual({ by: world.id("ines"), note: "from Ines" });
  }),
);

test(
  "a new internal user's invitation stays the admin's, note and all, when a colleague invites again",
  inWorld(async (world) => {
    const zoe = [newInternal("zoe@northwind.example")];
    await inviteMembers(await world.as("ada"), inviting(zoe, { note: "from Ada" }));
    const [again] = (await inviteMembers(await world.as("ines"), inviting(zoe, { note: "from Ines" })))
      .outcomes;
    expect(again).toMatchObject({
      status: "already_invited",
      reason: "already invited, not joined yet",
    });
    expect(await inviterOf(world, again?.invitationId)).toEqual({ by: world.id("ada"), note: "from Ada" });
  }),
);
