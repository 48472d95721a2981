import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLink, person, requestsOf, usesOf } from "@/tests/joining";
import { inWorld, useDatabase } from "@/tests/world";
import { joinAsUser } from "./accept";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { listRequests } from "./join-requests";
import { followLink } from "./join-use";

await useDatabase();

const LEE = "lee@acme.com";

test.each([
  ["is added by name", LEE],
  ["is invited at another address of theirs and joins", "lee@home.example"],
])("who asked and then %s waits for no answer, and the link has its use again", (_, address) =>
  inWorld(async (world) => {
    const link = await addLink(world);
    const lee = await person(world, LEE);
    const { userId } = lee;
    await followLink(lee, { token: link.token });
    await world.db.execute(sql`insert into user_addresses (address, kind, user_id, verified_at)
      values ('lee@home.example', 'email', ${userId}, now())`);
    await inviteMembers(await world.as("ines"), {
      ...{ command: newId(), note: null },
      people: [{ address, kind: "client", name: "Lee Park" }],
    });
    const [open] = await world.db.execute<{ id: string }>(
      sql`select id from invitations where org_id = ${world.orgId} and status = 'pending'`,
    );
    if (open) await joinAsUser(world.visitor(userId), { orgId: world.orgId, invitationId: open.id });
    expect(await requestsOf(world)).toMatchObject([{ status: "joined" }]);
    expect(await usesOf(world, link.id)).toBe(0);
    expect((await listRequests(await world.as("ines"))).total).toBe(0);
  })(),
);
