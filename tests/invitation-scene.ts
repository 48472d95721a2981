import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { inviteMembers } from "@/lib/domain/invite";
import { inviteToPortal } from "@/lib/domain/portal";
import { createWorkspace } from "@/lib/domain/workspaces";
import { knowClients } from "./group-scene";
import { inviting, newClient } from "./inviting";
import type { Scene } from "./scene";

/** Names that tests call invitations by, each with its id. */
export type Invited = Record<"kim" | "zoe" | "noels" | "portal", string>;

/**
 * Besides Ada's invitations of Kim and Zoe: one of Noel's, of Lee, into a workspace of his own that nobody else is in,
 * and Ines' of Max, to the portal; all sent a while ago.
 */
export async function inviteAround(scene: Scene): Promise<{ noelsWorkspace: string; invited: Invited }> {
  const noel = await scene.inOrganization("noel");
  const flow = { roles: [], actions: [] };
  const { id } = await createWorkspace(noel, { command: newId(), name: "Bluebird tax", flow });
  await inviteMembers(await scene.as("noel", id), inviting([newClient("lee@acme.com")]));
  const [max = ""] = await knowClients(scene, scene.groups.clients, ["max@acme.com"]);
  const ines = await scene.inOrganization("ines");
  await inviteToPortal(ines, { command: newId(), contacts: [max], note: null });
  await scene.pass("2 minutes");
  const rows = await scene.db.execute<{ id: string; address: string }>(
    sql`select id, address from invitations where org_id = ${scene.orgId}`,
  );
  const of = (address: string) => rows.find((row) => row.address === address)?.id ?? "";
  return {
    noelsWorkspace: id,
    invited: {
      kim: of("kim@acme.com"),
      zoe: of("zoe@northwind.example"),
      noels: of("lee@acme.com"),
      portal: of("max@acme.com"),
    },
  };
}
