import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { choosing, draftClient, draftGroup } from "@/tests/drafting";
import { knowClients } from "@/tests/group-scene";
import { blockDomain, inviting, memberOf, newClient, newInternal, statuses } from "@/tests/inviting";
import { tokenFor } from "@/tests/kim";
import { tick, toWhom } from "@/tests/reminding";
import { holdersIn, makeTemplate, starting } from "@/tests/templating";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { joinByLink } from "./accept";
import { addFromDraft } from "./add-people";
import { requestNewLink } from "./answer-offer";
import { changeAddress } from "./change-address";
import { UpdateContact, updateContact } from "./contact-details";
import { addToGroup } from "./group-people";
import { previewPeople } from "./group-preview";
import { newId } from "./id";
import { inviteMembers } from "./invite";
import { inviteToPortal } from "./portal";
import { resendInvitations } from "./resend";
import { resendAll } from "./resend-all";
import { assignByAddress, assignRole } from "./roles";
import { sendAgain } from "./send-again";
import { startFromTemplate } from "./template-use";

await useDatabase();

const BLOCKED = "invitations to evil.com are blocked in the settings";
const KIM_BLOCKED = "invitations to acme.com are blocked in the settings";

const allow = ({ db, orgId }: World, domain: string) =>
  db.execute(sql`update organizations set allowed_domains = ${`{${domain}}`} where id = ${orgId}`);

const addresses = async (world: World) => (await world.outbox()).map(({ address }) => address);

test(
  "of many recipients those at a blocked domain are refused, each in words, and the rest is invited",
  inWorld(async (world) => {
    await blockDomain(world, "evil.com");
    const people = ["a@acme.com", "b@EVIL.com", "c@evil.com.example", "d@sub.evil.com", "+14155550134"];
    const { outcomes } = await inviteMembers(await world.as("ines"), inviting(people.map(newClient)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...["invited", "not_allowed", "invited", "invited", "invited"],
    ]);
    expect(outcomes[1]).toMatchObject({ input: "b@EVIL.com", reason: BLOCKED });
    expect(await memberOf(world, "b@evil.com")).toBeUndefined();
    expect(await addresses(world)).not.toContain("b@evil.com");
  }),
);

test(
  "where domains are allowed nobody else is invited, not by an admin either, and colleagues with an account still come in",
  inWorld(async (world) => {
    await allow(world, "acme.com");
    const people = [
      newClient("a@acme.com"),
      newClient("b@evil-acme.com"),
      newInternal("zoe@northwind.example"),
      { contact: world.id("noel") },
    ];
    const answer = await inviteMembers(await world.as("ada"), inviting(people));
    expect(statuses(answer)).toEqual(["invited", "not_allowed", "not_allowed", "added"]);
    expect(answer.outcomes[1]?.reason).toBe("evil-acme.com is not among the domains that the settings allow");
  }),
);

test(
  "a refused recipient uses nothing of anybody's limits",
  inWorld(async (world) => {
    await blockDomain(world, "evil.com");
    await inviteMembers(await world.as("ines"), inviting([newClient("b@evil.com")]));
    expect(await world.db.execute(sql`select key from limits where org_id = ${world.orgId}`)).toEqual([]);
  }),
);

test(
  "who waits already stays, is not sent to again, and can be given a role",
  inScene(async (scene) => {
    await blockDomain(scene, "acme.com");
    const ada = await scene.as("ada");
    const before = (await scene.outbox()).length;
    const [one] = await resendInvitations(ada, { invitations: [scene.kimInvitation] });
    expect(one).toMatchObject({ isSent: false, reason: `Not sent: ${KIM_BLOCKED}.` });
    const { outcomes } = await inviteMembers(ada, inviting([{ contact: scene.kim }], { note: "Please" }));
    expect(outcomes).toMatchObject([{ status: "not_allowed", reason: KIM_BLOCKED }]);
    expect((await resendAll(ada, {})).skipped).toEqual([
      { name: "Kim Lee", reason: `Not sent: ${KIM_BLOCKED}.` },
    ]);
    const role = { role: scene.roles.reviewer, people: [{ contact: scene.kim }] };
    expect(statuses(await assignRole(ada, { command: newId(), ...role }))).toEqual(["added"]);
    const kims = (await scene.outbox()).slice(before).filter(({ address }) => address === "kim@acme.com");
    expect(kims).toEqual([]);
    expect(await joinByLink(scene.visitor(), { token: await tokenFor(scene) })).toMatchObject({
      state: "joined",
    });
  }),
);

test(
  "nobody at a blocked domain is reminded, or sent the new link they ask for",
  inScene(async (scene) => {
    await blockDomain(scene, "acme.com");
    await requestNewLink(scene.visitor(), await tokenFor(scene));
    await scene.pass("2 days");
    expect(toWhom(await tick(scene))).toEqual(["invitation_reminder zoe@northwind.example"]);
    expect((await addresses(scene)).filter((address) => address === "kim@acme.com")).toHaveLength(1);
  }),
);

test(
  "an address is not corrected to one at a blocked domain",
  inScene(async (scene) => {
    await blockDomain(scene, "evil.com");
    const wrong = changeAddress(await scene.as("ines"), { contact: scene.kim, address: "kim@evil.com" });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid",
      fields: { address: `Nothing may be sent to this address: ${BLOCKED}.` },
    });
    const contact = UpdateContact.parse({ contact: scene.kim, name: "Kim Lee", email: "kim@evil.com" });
    const edited = updateContact(await scene.inOrganization("ines"), contact);
    await expect(edited).rejects.toMatchObject({ fields: { email: expect.stringContaining(BLOCKED) } });
    expect(await addresses(scene)).not.toContain("kim@evil.com");
  }),
);

test(
  "a reminder or an invitation that failed is not sent again to a blocked domain by hand",
  inScene(async (scene) => {
    await scene.pass("2 days");
    await tick(scene);
    await blockDomain(scene, "acme.com");
    const failed = await scene.db.execute<{ id: string }>(sql`
      update messages set state = 'failed', attempts = 1 where org_id = ${scene.orgId} and address = 'kim@acme.com'
      returning id`);
    expect(failed).toHaveLength(2);
    for (const { id } of failed)
      await expect(sendAgain(await scene.inOrganization("ada"), { message: id })).rejects.toThrow(
        `Not sent: ${KIM_BLOCKED}.`,
      );
  }),
);

test(
  "by the wizard people at a blocked domain become contacts, to whom nothing is sent, and the group's preview counts them out",
  inWorld(async (world) => {
    await blockDomain(world, "evil.com");
    const ines = await world.inOrganization("ines");
    const client = await draftClient(ines, { email: "kim@evil.com" });
    const added = await addFromDraft(ines, { kind: "client", draft: client }, choosing("contacts"));
    expect(added).toMatchObject({ sent: 0, unsent: [{ name: "Kim Lee", reason: BLOCKED }] });

    const people = "lee@evil.com, mia@acme.com";
    const typed = JSON.stringify(people.split(", ").map(newClient));
    expect((await previewPeople(ines, "client_group", typed)).sends).toEqual({ workspace: 1, contacts: 1 });
    const group = await draftGroup(ines, typed);
    const choice = choosing("workspace", { workspace: world.workspaceId });
    const grouped = await addFromDraft(ines, { kind: "client_group", draft: group }, choice);
    expect(grouped).toMatchObject({ added: 2, sent: 1, unsent: [{ reason: BLOCKED }] });
    expect(await addresses(world)).toEqual(["mia@acme.com"]);
    expect(await memberOf(world, "lee@evil.com")).toEqual({ joined: false, status: null });
  }),
);

test(
  "who comes into a group, to the portal, or is asked to fill a role is held to the same",
  inWorld(async (world) => {
    await blockDomain(world, "evil.com");
    const ines = await world.as("ines");
    await inviteMembers(ines, inviting([{ group: world.groups.clients }]));
    const { outcomes } = await addToGroup(ines, {
      ...{ command: newId(), group: world.groups.clients, people: [newClient("kim@evil.com")] },
      isQuiet: false,
    });
    expect(outcomes).toMatchObject([{ status: "added", unsent: { status: "not_allowed", reason: BLOCKED } }]);
    const contacts = await knowClients(world, null, ["lee@evil.com", "mia@acme.com"]);
    const portal = await inviteToPortal(ines, { command: newId(), contacts, note: null });
    expect(statuses(portal)).toEqual(["not_allowed", "invited"]);
    const address = { address: "new@evil.com", kind: "client" as const };
    const giving = assignByAddress(ines, { command: newId(), role: world.roles.signatory, ...address });
    await expect(giving).rejects.toThrow(BLOCKED);
    expect((await addresses(world)).filter((address) => address.endsWith("evil.com"))).toEqual([]);
  }),
);

test(
  "a template starts all the same; the role of who cannot be invited stays free and says why",
  inWorld(async (world) => {
    await blockDomain(world, "evil.com");
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    const started = await startFromTemplate(ines, starting(template, ["Noel", "kim@evil.com", "", ""]));
    expect(started.roles[1]).toMatchObject({ holder: null, status: "not_allowed", reason: BLOCKED });
    expect(await holdersIn(world, started.workspace.id)).toMatchObject({
      "Account lead": "Noel",
      Signatory: null,
    });
  }),
);
