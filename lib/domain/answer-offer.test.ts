import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { kim, tokenFor } from "@/tests/kim";
import { setScene } from "@/tests/scene";
import { inWorld, useDatabase } from "@/tests/world";
import { declineOffer, stopInvitations } from "./answer-offer";
import { newId } from "./id";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";

await useDatabase();

test(
  "who does not know the sender is not invited again by this organization",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await stopInvitations(world.visitor(), await tokenFor(scene, "invite"));
    await stopInvitations(world.visitor(), await tokenFor(scene, "stop"));
    const [only] = await world.db.execute<{ n: number }>(
      sql`select count(*)::int as n from suppressions where org_id = ${world.orgId}`,
    );
    expect(only?.n).toBe(1);
    await cancelInvitation(await world.as("ada"), { invitation: scene.kimInvitation });
    const answer = await inviteMembers(await world.as("ada"), {
      command: newId(),
      people: [{ contact: scene.kim }],
      note: null,
    });
    expect(answer.outcomes[0]).toMatchObject({
      status: "not_allowed",
      reason: "asked not to be invited again",
    });
  }),
);

test(
  "declining tells the inviter and is final",
  inWorld(async (world) => {
    const scene = await setScene(world);
    expect(await declineOffer(world.visitor(), await tokenFor(scene))).toBe(true);
    expect(await declineOffer(world.visitor(), await tokenFor(scene))).toBe(false);
    expect((await world.outbox()).at(-1)).toMatchObject({
      kind: "invitation_declined",
      address: "ada@northwind.example",
    });
    expect(await kim(scene)).toMatchObject({ status: "declined", joined: false });
  }),
);
