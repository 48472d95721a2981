import { sql } from "drizzle-orm";
import { groups, workspaceGroups } from "@/db/schema";
import { newId } from "@/lib/domain/id";
import { inviteMembers } from "@/lib/domain/invite";
import { assignRole } from "@/lib/domain/roles";
import type { World } from "./cast";
import { makeLink } from "./linking";
import { makeTemplate } from "./templating";

/** A fresh world in which Ada has invited Kim (a client) and Zoe (a new colleague) into the workspace. */
export type Scene = World & {
  kim: string;
  kimInvitation: string;
  zoe: string;
  /** A client group with nobody in it, which Ada has added to the workspace. */
  board: string;
  /** Ines's, shared. */
  template: string;
  command: string;
  /** Ines' link for clients, Ada's for internal users, and the organization's. */
  links: { clients: string; internal: string; organization: string };
};

/** Sets the scene: Cleo holds the signatory's role; Kim and Zoe were invited by Ada a while ago. */
export async function setScene(world: World): Promise<Scene> {
  const ada = await world.as("ada");
  await assignRole(ada, {
    command: newId(),
    role: world.roles.signatory,
    people: [{ contact: world.id("cleo") }],
  });
  const command = newId();
  await inviteMembers(ada, {
    command,
    people: [
      { address: "kim@acme.com", kind: "client", name: "Kim Lee" },
      { address: "zoe@northwind.example", kind: "internal", name: "Zoe Ito" },
    ],
    note: null,
  });
  const rows = await world.db.execute<{ name: string; contact: string; invitation: string }>(sql`
    select c.name, c.id as contact, i.id as invitation from invitations i
    join contacts c on c.org_id = i.org_id and c.id = i.contact_id where i.org_id = ${world.orgId}`);
  const of = (name: string) => rows.find((row) => row.name === name);
  const board = await addBoard(world);
  const template = await makeTemplate(await world.inOrganization("ines"));
  await world.pass("2 minutes");
  return {
    ...world,
    kim: of("Kim Lee")?.contact ?? "",
    zoe: of("Zoe Ito")?.contact ?? "",
    kimInvitation: of("Kim Lee")?.invitation ?? "",
    board,
    template,
    command,
    links: await addLinks(world),
  };
}

async function addLinks(world: World): Promise<Scene["links"]> {
  const adas = { audience: "internal" as const, createdBy: world.id("ada") };
  return {
    clients: await makeLink(world),
    internal: await makeLink(world, adas),
    organization: await makeLink(world, { ...adas, workspaceId: null }),
  };
}

async function addBoard({ db, orgId, workspaceId, id }: World): Promise<string> {
  const board = newId();
  await db.insert(groups).values({
    orgId,
    id: board,
    kind: "client_group",
    name: "Bluebird partners",
    sortKey: "bluebird partners",
  });
  await db.insert(workspaceGroups).values({ orgId, workspaceId, groupId: board, addedBy: id("ada") });
  return board;
}
