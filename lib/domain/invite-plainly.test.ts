import { expect, test } from "vitest";
import { knowClients } from "@/tests/group-scene";
import { statuses } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { listGroupChoices } from "./group-suggestions";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { InvitePlainly } from "./invite-plainly";

await useDatabase();

const form = (more: Record<string, unknown>) => ({ command: newId(), people: "", note: "", ...more });
const refused = (more: Record<string, unknown>) =>
  InvitePlainly.safeParse(form(more)).error?.issues[0]?.message;

test(
  "groups ticked beside the list come as units, with people typed or without",
  inWorld(async (world) => {
    await knowClients(world, world.groups.clients, ["lee@acme.com"]);
    const { clients, team } = world.groups;
    const both = InvitePlainly.parse(form({ people: "Kim Lee <kim@acme.com>", groups: [clients, team] }));
    const answer = await inviteMembers(await world.as("ada"), both);
    expect(answer.outcomes.map(({ input }) => input)).toEqual(["kim@acme.com", clients, team]);
    const again = await inviteMembers(await world.as("ada"), InvitePlainly.parse(form({ groups: clients })));
    expect(statuses(again)).toEqual(["added"]);
  }),
);

test("nobody at all, a group that is none, and fields of somebody else's are refused in words", () => {
  expect(refused({})).toBe("Add at least one person.");
  expect(refused({ groups: "everybody" })).toBe("The list of people could not be read.");
  expect(refused({ groups: newId(), admin: "on" })).toMatch(/unrecognized/i);
  expect(refused({ people: ["a@acme.com"], groups: newId() })).toBeUndefined();
});

test(
  "offered are groups with people in them that are not in the workspace, by kind and name",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const names = async () => (await listGroupChoices(ines)).map(({ name }) => name);
    expect(await names()).toEqual(["Acme finance", "Lending team"]);
    await inviteMembers(ines, InvitePlainly.parse(form({ groups: world.groups.clients })));
    expect(await names()).toEqual(["Lending team"]);
  }),
);
