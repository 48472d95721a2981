import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, testKeys, useDatabase } from "@/tests/world";
import { joinByLink } from "./accept";
import { inviteMembers } from "./invite";
import { makeToken, newestKey } from "./token";

await useDatabase();

test(
  "the database holds nothing that opens anything: no link of 200 invitations, no session's cookie",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set admin_daily_limit = 10000 where id = ${world.orgId}`);
    const people = Array.from({ length: 200 }, (_, i) => newClient(`p${i}@acme.com`));
    await inviteMembers(await world.as("ada"), inviting(people));
    const rows = await world.db.execute<{ id: string; number: number }>(sql`
      select i.id, o.number from invitations i join organizations o on o.id = i.org_id where i.org_id = ${world.orgId}`);
    const tokens = rows.map(({ id, number }) =>
      makeToken(testKeys, newestKey(testKeys), "invite", { organization: number, id }, 1),
    );
    const joined = await joinByLink(world.visitor(), { token: tokens[0] ?? "" });
    const cookie = joined.state === "joined" ? joined.secret : null;
    const tables = await world.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) =>
        world.db.execute<{ all: string | null }>(
          sql.raw(`select string_agg(t::text, '|') as all from ${name} t /* every organization */`),
        ),
      ),
    );
    const dump = dumps.map(([row]) => row?.all ?? "").join("\n");
    expect(dump).toContain("p199@acme.com");
    expect(tokens).toHaveLength(200);
    expect(
      [...tokens, cookie ?? "none"].filter(
        (secret) => dump.includes(secret) || dump.includes(secret.slice(28)),
      ),
    ).toEqual([]);
  }),
);
