import { expect, test } from "vitest";
import { suppressions } from "@/db/schema";
import { choosing, contactOf, draftGroup } from "@/tests/drafting";
import { knowClients } from "@/tests/group-scene";
import { inviting, newClient } from "@/tests/inviting";
import { inWorld, useDatabase } from "@/tests/world";
import { addFromDraft } from "./add-people";
import { howOfFix } from "./added";
import { getDraft } from "./drafts";
import { fixPeople } from "./fix-people";
import { addToGroup } from "./group-people";
import { previewPeople } from "./group-preview";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { undoInvite } from "./undo";

await useDatabase();

const group = (draft: string) => ({ kind: "client_group", draft }) as const;

const THREE = "Kim Lee <kim@acme.com>\nquinn@northwind.example\njo@acme\nkim@acme.com";

test(
  "a group goes into a workspace as a unit: who can be added is, who cannot stays to be put right",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const id = await draftGroup(ines, THREE);
    const choice = choosing("workspace", { workspace: world.workspaceId });
    const added = await addFromDraft(ines, group(id), choice);
    expect(added).toMatchObject({ added: 2, sent: 2, open: [{ input: "jo@acme" }] });
    expect(await contactOf(world, "kim@acme.com")).toMatchObject({ places: ["Acme onboarding"] });
    const command = newId();
    const people = [{ address: "jo@acme.com", kind: "client" as const }];
    const fixed = await fixPeople(ines, group(id), { command, people });
    expect(fixed).toMatchObject({ added: 3, sent: 3, open: [] });
    await fixPeople(ines, group(id), { command, people });
    expect(await contactOf(world, "jo@acme.com")).toMatchObject({ places: ["Acme onboarding"] });
    expect((await world.outbox()).map(({ address }) => address)).toEqual([
      ...["kim@acme.com", "quinn@northwind.example", "jo@acme.com"],
    ]);
  }),
);

test(
  "the button counts who is sent something; put right afterwards, who is added and told counts too",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await world.db
      .insert(suppressions)
      .values({ orgId: world.orgId, address: "lee@acme.com", reason: "bounced" });
    const typed = "kim@acme.com, lee@acme.com, quinn@northwind.example, jo@acme";
    expect(await previewPeople(ines, "client_group", typed)).toMatchObject({
      count: 3,
      sends: { workspace: 2, contacts: 1 },
      unnamed: [],
    });
    const id = await draftGroup(ines, "kim@acme.com, jo@acme, dee@acme");
    const added = await addFromDraft(
      ines,
      group(id),
      choosing("workspace", { workspace: world.workspaceId }),
    );
    expect(added).toMatchObject({ added: 1, sent: 1 });
    const people = [{ contact: world.id("quinn") }, { address: "lee@acme.com", kind: "client" as const }];
    expect(await fixPeople(ines, group(id), { command: newId(), people })).toMatchObject({
      added: 3,
      sent: 2,
      open: [],
      unsent: [{ name: "lee@acme.com", reason: "messages to this address came back; change it" }],
    });
  }),
);

test(
  "once the way into the workspace is taken back, who is put right comes into the group quietly, as the button says",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const id = await draftGroup(ines, "kim@acme.com, jo@acme");
    const choice = choosing("workspace", { workspace: world.workspaceId });
    const { command, group: board } = await addFromDraft(ines, group(id), choice);
    await undoInvite(ines, { command: command ?? "" });
    const { added } = await getDraft(ines, "client_group", id);
    expect(added && howOfFix(added)).toBe("quiet");
    await inviteMembers(ines, inviting([{ group: board ?? "" }]));
    await fixPeople(ines, group(id), { command: newId(), people: [newClient("jo@acme.com")] });
    expect(await contactOf(world, "jo@acme.com")).toMatchObject({ state: "quiet" });
    expect((await world.outbox()).map(({ address }) => address)).not.toContain("jo@acme.com");
  }),
);

test(
  "only new people who come in are told of as added without the name that was typed",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const typed = ["kim@acme.com", "cleo@northwind.example", "jo@acme"].map(
      (one) => `Win at evil.example <${one}>`,
    );
    expect(
      await previewPeople(ines, "client_group", `${typed.join("\n")}\nLee <lee@acme.com>`),
    ).toMatchObject({
      count: 3,
      open: [{ input: "jo@acme" }],
      unnamed: ["kim@acme.com"],
    });
  }),
);

test(
  "a group added to the contacts gets portal invitations, one each, and quietly none",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await knowClients(world, null, ["lee@acme.com"]);
    const id = await draftGroup(ines, "kim@acme.com, lee@acme.com, cleo@northwind.example, jo@acme");
    const added = await addFromDraft(ines, group(id), choosing("contacts", { note: "Hi" }));
    expect(added).toMatchObject({
      added: 3,
      sent: 2,
      unsent: [{ name: "Cleo", reason: "has joined already" }],
    });
    const fixed = await fixPeople(ines, group(id), {
      command: newId(),
      people: [{ address: "jo@acme.com", kind: "client" }],
    });
    expect(fixed).toMatchObject({ added: 4, sent: 3 });
    const notes = (await world.outbox()).map(({ values }) => [values.workspaceName, values.note]);
    expect(notes).toEqual([
      [null, "Hi"],
      [null, "Hi"],
      [null, "Hi"],
    ]);
  }),
);

test(
  "an internal team quietly into the contacts sends nothing, and its maker may go on adding people",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const id = await draftGroup(ada, "zoe@northwind.example", "team");
    const added = await addFromDraft(ada, { kind: "team", draft: id }, choosing("quiet"));
    expect(await contactOf(world, "zoe@northwind.example")).toMatchObject({
      kind: "internal",
      state: "quiet",
    });
    const people = [{ contact: world.id("noel") }];
    await addToGroup(ada, { command: newId(), group: added.group ?? "", people, isQuiet: true });
    expect(await world.outbox()).toEqual([]);
  }),
);

test(
  "10,000 people are added in one act",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const list = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@big.example`).join("\n");
    const id = await draftGroup(ada, list(10_000));
    const added = await addFromDraft(ada, group(id), choosing("quiet"));
    expect(added).toMatchObject({ added: 10_000, sent: 0 });
  }),
);
