import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { choosing, contactOf, draftClient, draftColleague } from "@/tests/drafting";
import { twins } from "@/tests/merging";
import { inOpenWorld, inWorld, useDatabase } from "@/tests/world";
import { addFromDraft } from "./add-people";
import { findAdded, getDraft } from "./drafts";
import { deleteGroup } from "./groups";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { mergeContacts } from "./merge";
import { undoInvite } from "./undo";

await useDatabase();

const client = (draft: string) => ({ kind: "client", draft }) as const;

test(
  '"Add to Workspace" adds the client, with role and note, and sends one invitation',
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const id = await draftClient(ines);
    const choice = choosing("workspace", {
      workspace: world.workspaceId,
      role: world.roles.signatory,
      note: "Hi",
    });
    const added = await addFromDraft(ines, client(id), choice);
    expect(added).toMatchObject({ name: "Kim Lee", sent: 1, workspace: { name: "Acme onboarding" } });
    expect(await contactOf(world, "kim@acme.com")).toMatchObject({
      state: "invited",
      places: ["Acme onboarding"],
    });
    expect(
      (await world.outbox()).map(({ values }) => [values.workspaceName, values.roleName, values.note]),
    ).toEqual([["Acme onboarding", "Client signatory", "Hi"]]);
  }),
);

test(
  "a new workspace is made in the same act, with who adds as its owner",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const id = await draftColleague(ada, { isAdmin: "on" });
    const choice = choosing("workspace", { workspace: "new", workspaceName: "Fresh start" });
    await addFromDraft(ada, { kind: "internal", draft: id }, choice);
    expect(await contactOf(world, "zoe@northwind.example")).toMatchObject({
      ...{ kind: "internal", admin: true, places: ["Fresh start"] },
    });
    expect(await world.outbox()).toHaveLength(1);
  }),
);

test(
  '"Add to Contacts" sends a portal invitation, "Quietly" nothing until somebody invites',
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await addFromDraft(ines, client(await draftClient(ines)), choosing("contacts"));
    expect((await world.outbox()).map(({ values }) => values.workspaceName)).toEqual([null]);
    const lee = await draftClient(ines, { name: "Lee Park", email: "lee@acme.com" });
    const added = await addFromDraft(ines, client(lee), choosing("quiet"));
    expect(await contactOf(world, "lee@acme.com")).toMatchObject({ state: "quiet", places: [] });
    expect(await world.outbox()).toHaveLength(1);
    const people = [{ contact: added.contact ?? "" }];
    await inviteMembers(ines, { command: newId(), people, note: null });
    expect((await world.outbox()).map(({ address }) => address)).toEqual(["kim@acme.com", "lee@acme.com"]);
  }),
);

test(
  "quietly into a group that is in a workspace: not joined there, without invitation or message",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const people = [{ group: world.groups.clients }];
    await inviteMembers(ines, { command: newId(), people, note: null });
    const before = (await world.outbox()).length;
    const id = await draftClient(ines, { groups: world.groups.clients });
    await addFromDraft(ines, client(id), choosing("quiet"));
    const kim = await contactOf(world, "kim@acme.com");
    expect(kim).toMatchObject({ state: "quiet", places: ["Acme onboarding"] });
    expect((await world.outbox()).length).toBe(before);
    expect(
      await world.db.execute(
        sql`select from invitations where org_id = ${world.orgId} and contact_id = ${kim?.id}`,
      ),
    ).toHaveLength(0);
  }),
);

test(
  "who is invited to the portal or a workspace, and into a group's workspaces besides, gets one message",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    await inviteMembers(ines, { command: newId(), people: [{ group: world.groups.clients }], note: null });
    const messages = async (email: string) =>
      (await world.outbox())
        .filter(({ address }) => address === email)
        .map(({ values }) => values.workspaceName);
    const kim = await draftClient(ines, { groups: world.groups.clients });
    await addFromDraft(ines, client(kim), choosing("contacts"));
    expect(await messages("kim@acme.com")).toEqual([null]);
    expect(await contactOf(world, "kim@acme.com")).toMatchObject({ places: ["Acme onboarding"] });
    const lee = await draftClient(ines, { name: "Lee", email: "lee@acme.com", groups: world.groups.clients });
    await addFromDraft(
      ines,
      client(lee),
      choosing("workspace", { workspace: "new", workspaceName: "Fresh" }),
    );
    expect(await messages("lee@acme.com")).toEqual(["Fresh"]);
    expect(await contactOf(world, "lee@acme.com")).toMatchObject({ places: ["Acme onboarding", "Fresh"] });
  }),
);

test(
  "the same last step sent again, even at once, adds nothing twice",
  inOpenWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const id = await draftClient(ines);
    const choice = choosing("workspace", { workspace: "new", workspaceName: "Fresh start" });
    const answers = await Promise.all([1, 2, 3].map(() => addFromDraft(ines, client(id), choice)));
    expect(new Set(answers.map(({ contact }) => contact)).size).toBe(1);
    expect(await contactOf(world, "kim@acme.com")).toMatchObject({ places: ["Fresh start"] });
    expect(await world.outbox()).toHaveLength(1);
    expect(await getDraft(ines, "client", id)).toMatchObject({ added: { name: "Kim Lee" } });
  }),
);

test(
  "a contact in use is reused as it is; somebody with an account is in the workspace at once",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const contact = world.id("quinn");
    const id = await draftClient(ines, { email: "quinn@northwind.example", contact });
    const choice = choosing("workspace", { workspace: world.workspaceId });
    const added = await addFromDraft(ines, client(id), choice);
    expect(added).toMatchObject({ name: "Quinn", isKnown: true, isMember: true });
    expect((await world.outbox()).map(({ kind }) => kind)).toEqual(["workspace_added"]);
  }),
);

test(
  "while messages are held, undo takes the invitation back and keeps the contact",
  inWorld(async (world) => {
    const ines = await world.as("ines");
    const id = await draftClient(ines);
    const added = await addFromDraft(
      ines,
      client(id),
      choosing("workspace", { workspace: world.workspaceId }),
    );
    await undoInvite(ines, { command: added.command ?? "" });
    expect(await findAdded(ines, id, added.contact ?? "")).toMatchObject({ isUndone: true, sent: 0 });
    expect(await contactOf(world, "kim@acme.com")).toMatchObject({ places: [] });
    expect((await world.outbox()).map(({ state }) => state)).toEqual(["cancelled"]);
  }),
);

test(
  "workspaces and roles one does not have are refused beside their field, and nothing is written",
  inWorld(async (world) => {
    const noel = await world.inOrganization("noel");
    const ines = await world.inOrganization("ines");
    const [his, hers] = [await draftClient(noel), await draftClient(ines)];
    const before = await world.census();
    const refused: [typeof noel, string, Parameters<typeof choosing>[1], string][] = [
      [noel, his, { workspace: world.workspaceId }, "workspace"],
      [ines, hers, { workspace: world.otherWorkspaceId }, "workspace"],
      [ines, hers, { workspace: newId() }, "workspace"],
      [ines, hers, {}, "workspace"],
      [ines, hers, { workspace: "new" }, "workspaceName"],
      [ines, hers, { workspace: "new", workspaceName: "see acme.com" }, "workspaceName"],
      [ines, hers, { workspace: world.workspaceId, role: newId() }, "role"],
    ];
    for (const [who, draft, more, field] of refused)
      await expect(
        addFromDraft(who, client(draft), choosing("workspace", more)),
        field,
      ).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.stringMatching(/./) },
      });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "a group that was deleted after it was chosen is refused with what to do, and nothing is written",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const draft = await draftClient(ada, { groups: [world.groups.clients] });
    await deleteGroup(ada, { group: world.groups.clients, name: "Acme finance" });
    const before = await world.census();
    await expect(addFromDraft(ada, client(draft), choosing("contacts"))).rejects.toMatchObject({
      code: "gone",
      message: "A group you chose is no longer there. Go back and choose again. Nothing was added.",
    });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "a contact that was merged between the steps is added as the one it became",
  inWorld(async (world) => {
    const ada = await world.as("ada");
    const [keep = "", drop = ""] = await twins(world);
    const id = await draftClient(ada, { email: "k.lee@gmail.example", contact: drop });
    await mergeContacts(ada, { keep, drop });
    const choice = choosing("workspace", { workspace: world.workspaceId });
    expect(await addFromDraft(ada, client(id), choice)).toMatchObject({
      ...{ contact: keep, name: "kim@acme.com", isKnown: true, sent: 1 },
    });
    expect(await contactOf(world, "kim@acme.com")).toMatchObject({ places: ["Acme onboarding"] });
  }),
);
