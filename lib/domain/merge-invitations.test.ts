import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { inviting } from "@/tests/inviting";
import { invitationsOf, twins } from "@/tests/merging";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { mergeContacts } from "./merge";
import { inviteToPortal } from "./portal";

await useDatabase();

test(
  "both invited to one workspace: the kept one's invitation stays, the other is revoked and not sent",
  inWorld(async (world) => {
    const [keep = "", drop = ""] = await twins(world);
    const people = [{ contact: keep }, { contact: drop }];
    await inviteMembers(await world.as("ada"), inviting(people));
    await mergeContacts(await world.inOrganization("ada"), { keep, drop });
    expect(await invitationsOf(world, keep)).toEqual([
      { address: "kim@acme.com", status: "pending", generation: 1 },
      { address: "k.lee@gmail.example", status: "revoked", generation: 1 },
    ]);
    expect((await world.outbox()).map(({ address, state }) => [address, state]).sort()).toEqual([
      ["k.lee@gmail.example", "cancelled"],
      ["kim@acme.com", "queued"],
    ]);
  }),
);

test(
  "an invitation that went to an address not kept goes to the kept one, by a new link; the old link is dead",
  inWorld(async (world) => {
    const [keep = "", drop = ""] = await twins(world);
    await inviteMembers(await world.as("ada"), inviting([{ contact: drop }]));
    await inviteToPortal(await world.inOrganization("ada"), {
      command: newId(),
      contacts: [keep],
      note: null,
    });
    await world.pass("2 minutes");
    expect(await mergeContacts(await world.inOrganization("ada"), { keep, drop })).toMatchObject({
      unsent: [],
    });
    expect(await invitationsOf(world, keep)).toEqual([
      { address: "kim@acme.com", status: "pending", generation: 2 },
      { address: "kim@acme.com", status: "pending", generation: 1 },
    ]);
    expect((await world.outbox()).map(({ address, state, number }) => [address, state, number])).toEqual([
      ["k.lee@gmail.example", "cancelled", 1],
      ["kim@acme.com", "queued", 1],
      ["kim@acme.com", "queued", 2],
    ]);
  }),
);

test(
  "one that ran out follows unsent, unless its owner asked not to be written to: a resend reaches the kept address",
  inWorld(async (world) => {
    const [keep = "", drop = ""] = await twins(world);
    const [other = ""] = await knowClients(world, null, ["lee@gmail.example"]);
    await inviteMembers(await world.as("ada"), inviting([{ contact: drop }, { contact: other }]));
    await world.pass("15 days");
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${world.orgId}, 'lee@gmail.example', 'opted_out')`);
    await mergeContacts(await world.inOrganization("ada"), { keep, drop: other });
    expect(await mergeContacts(await world.inOrganization("ada"), { keep, drop })).toMatchObject({
      unsent: [],
    });
    const moved = { address: "kim@acme.com", status: "expired", generation: 2 };
    const left = { address: "lee@gmail.example", status: "expired", generation: 1 };
    expect(await invitationsOf(world, keep)).toEqual(expect.arrayContaining([moved, left]));
    expect((await world.outbox()).map(({ address }) => address)).not.toContain("kim@acme.com");
  }),
);

test(
  "what cannot be sent again so soon is said",
  inWorld(async (world) => {
    const [keep = "", drop = ""] = await twins(world);
    await inviteMembers(await world.as("ada"), inviting([{ contact: drop }]));
    const { unsent } = await mergeContacts(await world.inOrganization("ada"), { keep, drop });
    expect(unsent).toEqual([expect.stringMatching(/^Acme onboarding: Sent .* ago\. You can resend in/)]);
  }),
);

test(
  "whose owner asked not to be written to is not written to at another address either",
  inWorld(async (world) => {
    const [keep = "", drop = ""] = await twins(world);
    await inviteMembers(await world.as("ada"), inviting([{ contact: drop }]));
    await world.pass("2 minutes");
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${world.orgId}, 'k.lee@gmail.example', 'opted_out')`);
    await mergeContacts(await world.inOrganization("ada"), { keep, drop });
    expect(await invitationsOf(world, keep)).toMatchObject([{ status: "revoked" }]);
    expect((await world.outbox()).map(({ state }) => state)).toEqual(["cancelled"]);
  }),
);
