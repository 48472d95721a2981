import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inScene, useDatabase } from "@/tests/world";
import { resendAll } from "./resend-all";

await useDatabase();

test(
  "an invitation whose links open nothing, since who invited may no longer, is not sent again but says so",
  inScene(async (scene) => {
    await scene.db.execute(
      sql`update contacts set is_admin = false where org_id = ${scene.orgId} and id = ${scene.id("ada")}`,
    );
    const before = (await scene.outbox()).length;
    expect(await resendAll(await scene.as("ines"), { contact: scene.zoe })).toEqual({
      sent: 0,
      skipped: [
        {
          name: "Zoe Ito",
          reason: 'Ada may not give this any more. Use "Invite Members" to invite again.',
        },
      ],
    });
    expect(await scene.outbox()).toHaveLength(before);
    expect(await resendAll(await scene.as("ines"), { contact: scene.kim })).toMatchObject({ sent: 1 });
  }),
);
