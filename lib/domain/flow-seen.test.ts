import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { EditAction, editAction } from "./flow-actions";

await useDatabase();

const stored = async ({ db, orgId, actions }: World) => {
  const [row] = await db.execute<Record<string, unknown>>(sql`
    select title, kind, due_on::text as due, instructions, role_id as role from actions
    where org_id = ${orgId} and id = ${actions.upload}`);
  return row;
};

test(
  "two people with one action open each change what they changed, whoever saves last",
  inWorld(async (world) => {
    const shown = { title: "Upload documents", kind: "todo", dueOn: "", instructions: "", start: "after" };
    const form = (fields: Record<string, string>) =>
      EditAction.parse({
        ...{ action: world.actions.upload, ...shown, role: world.roles.signatory, ...fields },
        seen: JSON.stringify({ ...shown, role: world.roles.signatory }),
      });
    await editAction(await world.as("ada"), form({ dueOn: "2026-12-31", role: world.roles.lead }));
    await editAction(
      await world.as("ines"),
      form({ title: "Upload all documents", instructions: "Scans will do." }),
    );
    expect(await stored(world)).toEqual({
      ...{ title: "Upload all documents", kind: "todo", due: "2026-12-31" },
      ...{ instructions: "Scans will do.", role: world.roles.lead },
    });
  }),
);
