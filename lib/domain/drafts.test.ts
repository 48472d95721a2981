import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { draftClient, draftColleague, draftGroup, kimTyped } from "@/tests/drafting";
import { knowClients } from "@/tests/group-scene";
import { inWorld, useDatabase } from "@/tests/world";
import { ClientDetails, GroupDraftDetails, InternalDetails } from "./draft-details";
import { createDraft, findDraft, getDraft } from "./drafts";
import { createGroup } from "./groups";
import { newId } from "./id";
import { keepChoice, saveGroup, savePerson } from "./save-details";
import { discardDraft, findUnfinished } from "./unfinished";

await useDatabase();

const kim = (more = {}) => ClientDetails.parse({ ...kimTyped, ...more });
const fresh = () => ({ kind: "client", draft: newId() }) as const;

test(
  "the first step writes a draft and nothing else, and the draft holds what was typed",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const before = await world.census();
    const id = await draftClient(ines);
    const draft = await getDraft(ines, "client", id);
    expect(draft).toMatchObject({ details: { name: "Kim Lee", email: "Kim@Acme.com" }, contact: null });
    const changed = Object.keys(await world.census()).filter((table) => !(table in before));
    expect(changed.map((table) => table.split(" ")[0])).toEqual(["drafts"]);
    expect(await findUnfinished(ines, "client")).toEqual({ id, name: "Kim Lee" });
  }),
);

test(
  "going back changes the same draft and keeps what was chosen",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const id = await draftClient(ines);
    const choice = { how: "quiet", workspaceName: null, note: null } as const;
    await keepChoice(ines, { kind: "client", draft: id }, { choice });
    const saved = await savePerson(ines, { kind: "client", draft: id }, kim({ name: "Kim Park" }));
    expect(saved.draft).toBe(id);
    expect(await getDraft(ines, "client", id)).toMatchObject({ details: { name: "Kim Park" }, choice });
  }),
);

test(
  "a draft is its maker's own: another person's, another organization's, another kind's and no id are not found",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const ada = await world.inOrganization("ada");
    const id = await draftClient(ines);
    const otto = await world.asOtto();
    await expect(getDraft(ada, "client", id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getDraft(otto, "client", id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getDraft(ines, "client_group", id)).rejects.toMatchObject({ code: "not_found" });
    for (const none of [newId(), "1", "", "' or true", "\0"])
      await expect(getDraft(ines, "client", none)).rejects.toMatchObject({ code: "not_found" });
    const before = await getDraft(ines, "client", id);
    expect([await findDraft(ada, "client", id), await findDraft(ada, "client", newId())]).toEqual([
      null,
      null,
    ]);
    const saved = await savePerson(ada, { kind: "client", draft: id }, kim({ name: "Lee Park" }));
    expect(saved.draft).not.toBe(id);
    expect(await getDraft(ada, "client", saved.draft ?? "")).toMatchObject({ details: { name: "Lee Park" } });
    expect(await getDraft(ines, "client", id)).toEqual(before);
    const choice = { how: "quiet", workspaceName: null, note: null } as const;
    await expect(keepChoice(ada, { kind: "client", draft: id }, { choice })).rejects.toMatchObject({
      code: "not_found",
    });
  }),
);

test(
  "the first step keeps its draft under the id of its address, once however often it is sent",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const at = fresh();
    expect(await findDraft(ines, "client", at.draft)).toBeNull();
    const data = { details: { ...kim(), isAdmin: false }, contact: null };
    expect(await createDraft(ines, "client", data, at.draft)).toEqual({ id: at.draft });
    expect(await createDraft(ines, "client", data, at.draft)).toEqual({ id: at.draft });
    expect((await savePerson(ines, at, kim({ name: "Kim Park" }))).draft).toBe(at.draft);
    expect(await findDraft(ines, "client", at.draft)).toMatchObject({ details: { name: "Kim Park" } });
    await expect(findDraft(ines, "client", "1")).rejects.toMatchObject({ code: "not_found" });
  }),
);

test(
  "what was left unfinished is offered until it is discarded or has been added since; nobody discards another's",
  inWorld(async (world) => {
    const [ines, ada] = [await world.inOrganization("ines"), await world.inOrganization("ada")];
    const older = await draftClient(ines, { name: "Lee Park", email: "lee@acme.com" });
    await world.db.execute(sql`update drafts set updated_at = now() - interval '1 hour'
      where org_id = ${world.orgId} and id = ${older}`);
    const id = await draftClient(ines);
    const wants = () => findUnfinished(ines, "client");
    expect(await wants()).toEqual({ id, name: "Kim Lee" });
    await discardDraft(ada, { kind: "client", draft: id });
    await discardDraft(ines, { kind: "internal", draft: id }).catch(() => null);
    expect(await wants()).toEqual({ id, name: "Kim Lee" });
    await knowClients(world, null, ["kim@acme.com"]);
    expect(await wants()).toEqual({ id: older, name: "Lee Park" });
    await discardDraft(ines, { kind: "client", draft: older });
    expect(await wants()).toBeNull();
    const board = await draftGroup(ines, "new@acme.com");
    expect(await findUnfinished(ines, "client_group")).toEqual({ id: board, name: "Acme board" });
    const made = { command: newId(), kind: "client_group", name: "ACME Board", description: null } as const;
    await createGroup(ines, { ...made, managers: [], people: [] });
    expect(await findUnfinished(ines, "client_group")).toBeNull();
  }),
);

test(
  "a new draft throws away one's own of more than a week ago, and nobody else's",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const ada = await world.inOrganization("ada");
    const [old, others] = [await draftClient(ines), await draftClient(ada)];
    await world.db.execute(
      sql`update drafts set updated_at = now() - interval '8 days' where org_id = ${world.orgId}`,
    );
    await createDraft(ines, "client", { details: { ...kim(), isAdmin: false }, contact: null }, newId());
    await expect(getDraft(ines, "client", old)).rejects.toMatchObject({ code: "not_found" });
    expect(await getDraft(ada, "client", others)).toMatchObject({ id: others });
  }),
);

test(
  "an address that a contact has stops at the first step, whoever else is named, until that contact is used",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const before = await world.census();
    const cleo = { email: "CLEO@northwind.example" };
    const stopped = await savePerson(ines, fresh(), kim(cleo));
    expect(stopped).toMatchObject({ draft: null, duplicates: [{ id: world.id("cleo"), isSame: true }] });
    expect(await world.census()).toEqual(before);
    const used = await savePerson(ines, fresh(), kim({ ...cleo, contact: world.id("cleo") }));
    const draft = await getDraft(ines, "client", used.draft ?? "");
    expect(draft).toMatchObject({ contact: world.id("cleo"), details: { name: "Kim Lee" } });
    const again = await savePerson(ines, { kind: "client", draft: draft.id }, kim(cleo));
    expect(again.draft).toBe(draft.id);
    await savePerson(ines, { kind: "client", draft: draft.id }, kim());
    expect(await getDraft(ines, "client", draft.id)).toMatchObject({ contact: null });
  }),
);

test(
  "only a contact of the same kind and organization can be used",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    for (const contact of [world.id("omar"), world.id("otto"), newId()])
      await expect(savePerson(ines, fresh(), kim({ contact }))).rejects.toMatchObject({
        code: "invalid",
        fields: { contact: expect.stringMatching(/./) },
      });
  }),
);

test(
  "addresses that cannot be read and groups one may not change are refused beside their field",
  inWorld(async (world) => {
    const noel = await world.inOrganization("noel");
    const ines = await world.inOrganization("ines");
    const refused: [object, string][] = [
      [{ email: "kim@acme" }, "email"],
      [{ email: "+1 415 555 0134" }, "email"],
      [{ phone: "12" }, "phone"],
      [{ phone: "kim@acme.com" }, "phone"],
      [{ groups: [world.groups.clients] }, "groups"],
      [{ groups: newId() }, "groups"],
    ];
    for (const [more, field] of refused)
      await expect(savePerson(noel, fresh(), kim(more)), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.stringMatching(/./) },
      });
    expect((await savePerson(ines, fresh(), kim({ groups: world.groups.clients }))).draft).not.toBeNull();
    await expect(savePerson(ines, fresh(), kim({ groups: world.groups.team }))).rejects.toMatchObject({
      code: "invalid",
    });
  }),
);

test(
  "who is no admin makes no draft of an internal user or an internal team, a client makes none at all",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const cleo = await world.inOrganization("cleo");
    const before = await world.census();
    await expect(draftColleague(ines)).rejects.toMatchObject({ code: "forbidden" });
    await expect(draftGroup(ines, "noel@northwind.example", "team")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(draftClient(cleo)).rejects.toMatchObject({ code: "forbidden" });
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "a group needs a free name, managers of the house and somebody to add",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const group = { name: "Acme board", people: "kim@acme.com" };
    const refused: [object, string][] = [
      [{ name: "acme  FINANCE" }, "name"],
      [{ managers: world.id("cleo") }, "managers"],
      [{ managers: world.id("otto") }, "managers"],
      [{ people: "jo@acme; 12" }, "people"],
      [{ people: "omar@northwind.example" }, "people"],
    ];
    for (const [more, field] of refused)
      await expect(
        saveGroup(
          ines,
          { kind: "client_group", draft: newId() },
          GroupDraftDetails.parse({ ...group, ...more }),
        ),
        field,
      ).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.stringMatching(/./) } });
  }),
);

const fieldOf = (schema: typeof GroupDraftDetails | typeof ClientDetails, input: unknown) =>
  String(schema.safeParse(input).error?.issues[0]?.path[0] ?? "form");

test("bad input is refused beside its field", () => {
  const group = { name: "Acme board", people: "kim@acme.com" };
  const people = (list: string) => fieldOf(GroupDraftDetails, { ...group, people: list });
  expect(people("")).toBe("people");
  expect(people(" \n ")).toBe("people");
  expect(people("a\0b@c.co")).toBe("people");
  expect(people(Array.from({ length: 10_001 }, (_, i) => `p${i}@acme.com`).join("\n"))).toBe("people");
  expect(people('[{"contact":"1"}]')).toBe("people");
  expect(fieldOf(GroupDraftDetails, { ...group, description: "x".repeat(501) })).toBe("description");
  expect(fieldOf(GroupDraftDetails, { ...group, managers: ["1"] })).toBe("managers");
  expect(fieldOf(GroupDraftDetails, { ...group, isAdmin: "on" })).toBe("form");
  const typed = (more: object) => fieldOf(ClientDetails, { ...kimTyped, ...more });
  expect(typed({ name: "" })).toBe("name");
  expect(typed({ name: "acme.com" })).toBe("name");
  expect(typed({ name: "x".repeat(61) })).toBe("name");
  expect(typed({ email: "" })).toBe("email");
  expect(typed({ company: "a\0b" })).toBe("company");
  expect(typed({ title: "x".repeat(121) })).toBe("title");
  expect(typed({ language: "tlh" })).toBe("language");
  expect(typed({ groups: Array.from({ length: 51 }, newId) })).toBe("groups");
  expect(typed({ isAdmin: "on" })).toBe("form");
  expect(InternalDetails.safeParse({ ...kimTyped, isAdmin: "yes" }).success).toBe(false);
});
