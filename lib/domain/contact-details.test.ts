import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { setScene } from "@/tests/scene";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { UpdateContact, updateContact } from "./contact-details";
import { getContact } from "./contacts";
import { newId } from "./id";
import { copyInviteLink } from "./invitations";
import { inviteMembers } from "./invite";
import { inviteToPortal } from "./portal";
import { createWorkspace } from "./workspaces";

await useDatabase();

const kimAs = (contact: string, change: Record<string, unknown> = {}) =>
  UpdateContact.parse({ contact, name: "Kim Lee", email: "kim@acme.com", ...change });

const openOnes = async (world: World, contact: string) => [
  ...(await world.db.execute<{ address: string; generation: number; sends: number }>(sql`
    select address, generation, sends from invitations
    where org_id = ${world.orgId} and contact_id = ${contact} and status = 'pending' order by id`)),
];

const sentTo = async (world: World, address: string) =>
  (await world.outbox()).filter((row) => row.address === address).map(({ state }) => state);

test(
  "every internal user changes what is known about a client, and it is recorded",
  inWorld(async (world) => {
    const { kim } = await setScene(world);
    const noel = await world.inOrganization("noel");
    await updateContact(
      noel,
      kimAs(kim, {
        name: "Kím Lee-Park",
        company: "Acme Corp",
        title: "CFO",
        language: "de",
        timeZone: "Asia/Tokyo",
      }),
    );
    const contact = await getContact(noel, { contact: kim });
    expect(contact).toMatchObject({
      name: "Kím Lee-Park",
      company: "Acme Corp",
      companyKey: "acme corp",
      title: "CFO",
      language: "de",
      timeZone: "Asia/Tokyo",
      email: "kim@acme.com",
    });
    expect(contact.history.activity[0]).toMatchObject({
      ...{ kind: "contact_edited", actor: "Noel" },
      data: { fields: ["name", "company", "title", "language", "timeZone"] },
    });
    expect(await openOnes(world, kim)).toMatchObject([{ address: "kim@acme.com", generation: 1 }]);
  }),
);

test(
  "two forms on one contact each write what was changed in them, and nothing over the other",
  inWorld(async (world) => {
    const { kim } = await setScene(world);
    const ines = await world.inOrganization("ines");
    const seen = JSON.stringify({
      ...{
        name: "Kim Lee",
        email: "kim@acme.com",
        phone: "",
        company: "",
        title: "",
        language: "",
        timeZone: "",
      },
    });
    await updateContact(ines, kimAs(kim, { seen, title: "CFO", phone: "+1 415 555 0134" }));
    await updateContact(ines, kimAs(kim, { seen, timeZone: "Europe/Paris" }));
    await updateContact(ines, kimAs(kim, { seen, timeZone: "", company: "Acme Corp" }));
    const contact = await getContact(ines, { contact: kim });
    expect(contact).toMatchObject({
      ...{ title: "CFO", phone: "+14155550134", company: "Acme Corp", timeZone: "Europe/Paris" },
    });
    expect(contact.history.activity[0]?.data).toEqual({ name: "Kim Lee", fields: ["company"] });
    const phoneOnly = { seen: JSON.stringify({ email: "kim@acme.com" }), email: "kim@acme.com", phone: "" };
    await updateContact(ines, kimAs(kim, { email: "", phone: "+1 415 555 0134" }));
    await expect(updateContact(ines, kimAs(kim, phoneOnly))).rejects.toMatchObject({
      fields: { email: expect.stringMatching(/email or phone/) },
    });
    await updateContact(ines, kimAs(kim, { seen: "nonsense", title: "" }));
    expect(await getContact(ines, { contact: kim })).toMatchObject({ title: null, email: "kim@acme.com" });
  }),
);

test(
  "a corrected address of somebody who has not joined moves all their invitations and sends each once",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const ada = await world.as("ada");
    const { path } = await copyInviteLink(ada, { invitation: scene.kimInvitation });
    const flow = { roles: [], actions: [] };
    const second = await createWorkspace(ada, { command: newId(), name: "Second", flow });
    await inviteMembers(await world.as("ada", second.id), {
      command: newId(),
      people: [{ contact: scene.kim }],
      note: null,
    });
    await inviteToPortal(ada, { command: newId(), contacts: [scene.kim], note: null });
    const answer = await updateContact(ada, kimAs(scene.kim, { email: "Kim@Acme.example" }));
    expect(answer.sentTo).toBe("kim@acme.example");
    const open = await openOnes(world, scene.kim);
    expect(open.map(({ address, generation }) => [address, generation])).toEqual([
      ["kim@acme.example", 2],
      ["kim@acme.example", 2],
      ["kim@acme.example", 2],
    ]);
    expect(await sentTo(world, "kim@acme.com")).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(await sentTo(world, "kim@acme.example")).toEqual(["queued", "queued"]);
    expect((await copyInviteLink(ada, { invitation: scene.kimInvitation })).path).not.toBe(path);
  }),
);

test(
  "a portal invitation on its own is sent to the new address; a removed e-mail goes on by phone",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const scene = await setScene(world);
    await world.db.execute(sql`delete from messages where org_id = ${world.orgId}`);
    await world.db.execute(sql`delete from invitations where org_id = ${world.orgId}`);
    await inviteToPortal(ada, { command: newId(), contacts: [scene.kim], note: null });
    const answer = await updateContact(ada, kimAs(scene.kim, { email: "", phone: "+1 415 555 0134" }));
    expect(answer.sentTo).toBe("+1 415 555 0134");
    expect(await sentTo(world, "+14155550134")).toEqual(["queued"]);
    expect(await sentTo(world, "kim@acme.com")).toEqual(["cancelled"]);
  }),
);

test(
  "an address of another contact is refused by that contact's name, and nothing is written",
  inWorld(async (world) => {
    const { kim } = await setScene(world);
    const ines = await world.inOrganization("ines");
    const before = await world.census();
    await expect(
      updateContact(ines, kimAs(kim, { name: "Other", email: "quinn@northwind.example" })),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("Quinn") });
    for (const change of [{ email: "kim@acme" }, { phone: "12" }, { phone: "kim@acme.org" }])
      await expect(updateContact(ines, kimAs(kim, change))).rejects.toMatchObject({ code: "invalid" });
    await world.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${world.orgId}, 'gone@acme.com', 'bounced')`);
    await expect(updateContact(ines, kimAs(kim, { email: "gone@acme.com" }))).rejects.toMatchObject({
      message: expect.stringContaining("Nothing may be sent"),
    });
    await world.db.execute(sql`delete from suppressions where org_id = ${world.orgId}`);
    expect(await world.census()).toEqual(before);
  }),
);

test(
  "an address that belongs to somebody's account cannot be changed from outside; other details can",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const cleo = { contact: world.id("cleo"), name: "Cleo", email: "cleo@northwind.example" };
    await expect(
      updateContact(ines, UpdateContact.parse({ ...cleo, email: "cleo@acme.example" })),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("account of Cleo") });
    await expect(
      updateContact(ines, UpdateContact.parse({ ...cleo, email: "", phone: "+1 415 555 0134" })),
    ).rejects.toMatchObject({ code: "invalid" });
    await updateContact(ines, UpdateContact.parse({ ...cleo, phone: "+1 415 555 0134", title: "CEO" }));
    expect(await getContact(ines, { contact: cleo.contact })).toMatchObject({
      phone: "+14155550134",
      title: "CEO",
    });
  }),
);

test(
  "internal users are changed by admins or themselves, and nobody else",
  inWorld(async (world) => {
    const noel = { contact: world.id("noel"), name: "Noel Ortiz", email: "noel@northwind.example" };
    const before = await world.census();
    await expect(
      updateContact(await world.inOrganization("ines"), UpdateContact.parse(noel)),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      updateContact(await world.inOrganization("cleo"), UpdateContact.parse(noel)),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(updateContact(await world.asOtto(), UpdateContact.parse(noel))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await world.census()).toEqual(before);
    await updateContact(await world.inOrganization("noel"), UpdateContact.parse(noel));
    await updateContact(await world.inOrganization("ada"), UpdateContact.parse({ ...noel, title: "Lead" }));
  }),
);

test("details need a name and an address, and hold nothing that does not belong to them", () => {
  const good = { contact: newId(), name: "Kim Lee", email: "kim@acme.com" };
  expect(UpdateContact.safeParse(good).success).toBe(true);
  for (const bad of [
    { name: "" },
    { name: "Visit www.evil.example" },
    { email: "", phone: "" },
    { email: ["a", "b"] },
    { title: "a\nb" },
    { company: "\0" },
    { language: "xx" },
    { timeZone: "Mars/Olympus" },
    { isAdmin: "true" },
    { contact: "1" },
  ])
    expect(UpdateContact.safeParse({ ...good, ...bad }).success).toBe(false);
});

test(
  "a contact's page tells workspaces, groups, invitations and messages; links only where one is a member",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const ines = await getContact(await world.inOrganization("ines"), { contact: scene.kim });
    expect(ines).toMatchObject({
      name: "Kim Lee",
      state: "invited",
      mayEdit: true,
      workspaces: [{ name: "Acme onboarding", isVisible: true, isJoined: false }],
    });
    expect(ines.history.invitations).toMatchObject([
      { workspace: "Acme onboarding", invitedBy: "Ada", status: "pending", address: "kim@acme.com" },
    ]);
    expect(ines.history.messages).toMatchObject([{ kind: "invitation", channel: "email" }]);
    const noel = await getContact(await world.inOrganization("noel"), { contact: scene.kim });
    expect(noel.workspaces).toMatchObject([{ name: "Acme onboarding", isVisible: false }]);
    const cleo = await getContact(await world.inOrganization("noel"), { contact: world.id("cleo") });
    expect(cleo).toMatchObject({ lockedAddresses: [cleo.email], groups: [{ name: "Acme finance" }] });
    const ada = await getContact(await world.inOrganization("ines"), { contact: world.id("ada") });
    expect(ada.mayEdit).toBe(false);
  }),
);
