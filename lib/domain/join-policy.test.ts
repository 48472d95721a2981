import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { blockDomain } from "@/tests/inviting";
import { addLink, person, requestsOf } from "@/tests/joining";
import { inWorld, useDatabase } from "@/tests/world";
import { decideRequests } from "./join-decide";
import { followLink } from "./join-use";
import { sendAgain } from "./send-again";

await useDatabase();

test(
  "nobody at a blocked domain is let in by a link, whether they asked before it was blocked or come after",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    await followLink(await person(world, "kim@evil.com", "Kim Lee"), { token });
    await followLink(await person(world, "lee@acme.com", "Lee Park"), { token });
    await blockDomain(world, "evil.com");
    const late = followLink(await person(world, "mia@evil.com", "Mia Ott"), { token });
    await expect(late).rejects.toThrow("You cannot join with this address.");
    const direct = await addLink(world, { mode: "join" });
    const joining = followLink(await person(world, "eve@evil.com", "Eve Ott"), { token: direct.token });
    await expect(joining).rejects.toThrow("You cannot join with this address.");

    const requests = (await requestsOf(world)).map(({ id }) => id);
    const { said } = await decideRequests(await world.as("ines"), {
      ...{ decision: "approve", requests, reason: null },
    });
    expect(said).toBe(
      `Lee Park joined. Not done: Kim Lee: invitations to evil.com are blocked in the settings.`,
    );
    expect((await requestsOf(world)).map(({ address, status }) => `${address} ${status}`)).toEqual([
      "kim@evil.com pending",
      "lee@acme.com approved",
    ]);
  }),
);

test(
  "who has joined stays, goes on using links, and gets notices again that failed",
  inWorld(async (world) => {
    await blockDomain(world, "northwind.example");
    expect((await world.as("cleo")).workspace.isMember).toBe(true);
    const visitor = (name: "noel" | "quinn") => ({
      ...world.visitor(world.userOf(name)),
      userId: world.userOf(name),
    });
    const { token } = await addLink(world, { mode: "join" });
    expect(await followLink(visitor("quinn"), { token })).toMatchObject({ state: "joined" });
    const asking = await addLink(world);
    expect(await followLink(visitor("noel"), { token: asking.token })).toEqual({ state: "asked" });
    const requests = (await requestsOf(world)).filter(({ status }) => status === "pending");
    const [noels = ""] = requests.map(({ id }) => id);
    await decideRequests(await world.as("ines"), { decision: "approve", requests: [noels], reason: null });
    const [failed] = await world.db.execute<{ id: string }>(sql`
      update messages set state = 'failed', attempts = 1
      where org_id = ${world.orgId} and kind = 'request_approved' returning id`);
    const again = await sendAgain(await world.inOrganization("ada"), { message: failed?.id ?? "" });
    expect(again.message).not.toBe(failed?.id);
  }),
);
