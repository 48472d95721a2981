import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newClient, statuses } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { assignRole } from "./roles";

await useDatabase();

test(
  "an unknown address fills the role in the same act",
  inWorld(async (world) => {
    const ctx = await world.as("ines");
    const answer = await assignRole(ctx, {
      command: newId(),
      role: world.roles.signatory,
      people: [newClient("kim@acme.com")],
    });
    expect(statuses(answer)).toEqual(["invited"]);
    expect((await world.outbox())[0]?.values).toMatchObject({
      roleName: "Client signatory",
      firstAction: "Upload documents",
    });
  }),
);

test(
  "a member takes it: no invitation, and one word that it is their turn if it is",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const give = (role: string, name: "cleo" | "omar") =>
      assignRole(ines, { command: newId(), role, people: [{ contact: world.id(name) }] });
    expect((await give(world.roles.signatory, "cleo")).outcomes[0]).toMatchObject({
      status: "added",
      reason: null,
    });
    await give(world.roles.reviewer, "omar");
    expect((await world.outbox()).map(({ kind, address }) => [kind, address])).toEqual([
      ["action_ready", "cleo@northwind.example"],
    ]);
  }),
);

test(
  "a role for clients refuses internal users, member or not, and stays free",
  inWorld(async (world) => {
    for (const name of ["ada", "noel"] as const) {
      const answer = await assignRole(await world.as("ines"), {
        command: newId(),
        role: world.roles.signatory,
        people: [{ contact: world.id(name) }],
      });
      expect(answer.outcomes[0]).toMatchObject({
        status: "not_allowed",
        reason: "this role is for clients",
      });
    }
    const [role] = await world.db.execute(
      sql`select holder_id from roles where org_id = ${world.orgId} and id = ${world.roles.signatory}`,
    );
    expect(role).toEqual({ holder_id: null });
  }),
);

test(
  "a filled role is not filled again",
  inWorld(async (world) => {
    const assign = async (name: "cleo" | "quinn") =>
      assignRole(await world.as("ines"), {
        command: newId(),
        role: world.roles.signatory,
        people: [{ contact: world.id(name) }],
      });
    await assign("cleo");
    await expect(assign("quinn")).rejects.toMatchObject({ code: "conflict" });
    expect((await world.as("quinn")).workspace.isMember).toBe(false);
  }),
);

test(
  "a role of another organization does not exist",
  inWorld(async (world) => {
    const input = { command: newId(), role: world.roles.signatory, people: [newClient("kim@acme.com")] };
    await expect(assignRole(await world.asOtto(), input)).rejects.toMatchObject({ code: "not_found" });
  }),
);
