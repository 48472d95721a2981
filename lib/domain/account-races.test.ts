import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { digitsOf, newestCode } from "@/tests/codes";
import { inOpenWorld, useDatabase } from "@/tests/world";
import { addAddress, askForAddress, getAccount, MOST_ADDRESSES } from "./account";
import { newId } from "./id";
import { hashSecret } from "./secret";

await useDatabase();

test(
  "of two addresses that are added at once where there is room for one, one is",
  inOpenWorld(async (world) => {
    const cleo = await world.inOrganization("cleo");
    const fill = () =>
      world.db.execute(sql`insert into user_addresses (address, kind, user_id, verified_at)
        select gen_random_uuid() || '@home.example', 'email', ${cleo.actor.userId}, now()
        from generate_series(2, ${MOST_ADDRESSES} - 1)`);
    for (let round = 0; round < 5; round++) {
      await fill();
      const asked = ["203.0.113.7", "203.0.113.8"].map(async (ip) => {
        const name = newId();
        const browser = { browserHash: hashSecret(name), ip };
        await askForAddress(cleo, { ...browser, address: `${name}@home.example` });
        return { ...browser, digits: digitsOf((await newestCode(world, browser)).id) };
      });
      const codes = await Promise.all(asked);
      const ends = await Promise.allSettled(codes.map((code) => addAddress(cleo, code)));
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect((await getAccount(cleo)).addresses).toHaveLength(MOST_ADDRESSES);
      await world.db.execute(sql`delete from user_addresses
        where user_id = ${cleo.actor.userId} and address like '%@home.example'`);
    }
  }),
);
