import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLink, person, requestsOf } from "@/tests/joining";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { decideRequests } from "./join-decide";
import { followLink } from "./join-use";

await useDatabase();

test(
  "the answer is in the language the asker's browser asked for, or in that of whom the organization knows",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    await world.db.execute(sql`insert into contacts (org_id, id, kind, name, sort_key, email, language)
      values (${world.orgId}, ${newId()}, 'client', 'Noa', 'noa', 'noa@acme.com', 'en')`);
    const asking = { "lee@acme.com": "de-AT, en;q=0.1", "mia@acme.com": "fr", "noa@acme.com": "de" };
    for (const [address, accepts] of Object.entries(asking))
      await followLink(await person(world, address, "Somebody"), { token, accepts });
    const [lee = "", mia = "", noa = ""] = (await requestsOf(world)).map(({ id }) => id);
    const ines = await world.as("ines");
    await decideRequests(ines, { decision: "approve", requests: [lee, noa], reason: null });
    await decideRequests(ines, { decision: "decline", requests: [mia], reason: null });
    const answers = await world.db.execute(sql`
      select address, kind, language from messages where org_id = ${world.orgId}
        and kind in ('request_approved', 'request_declined') order by address`);
    expect([...answers]).toEqual([
      { address: "lee@acme.com", kind: "request_approved", language: "de" },
      { address: "mia@acme.com", kind: "request_declined", language: "en" },
      { address: "noa@acme.com", kind: "request_approved", language: "en" },
    ]);
  }),
);
