import { sql } from "drizzle-orm";
import { selectSessionUser } from "@/db/queries/sessions";
import { joinByLink } from "@/lib/domain/accept";
import type { WorkspaceContext } from "@/lib/domain/context";
import { newId } from "@/lib/domain/id";
import { copyInviteLink } from "@/lib/domain/invitations";
import { hashSecret } from "@/lib/domain/secret";
import { createWorkspace } from "@/lib/domain/workspaces";
import type { CastName } from "./cast";
import type { Scene } from "./scene";

/** The token of the link to Kim's invitation that a member copies. */
export async function copiedToken(scene: Scene, name: CastName = "ines"): Promise<string> {
  const { path } = await copyInviteLink(await scene.as(name), { invitation: scene.kimInvitation });
  return path.replace("/invite/", "");
}

/** Ines copies the link of Kim's invitation and opens it herself: she is signed in as Kim, whom nobody has reached. */
export async function squat(scene: Scene): Promise<{ userId: string; secret: string }> {
  const joined = await joinByLink(scene.visitor(), { token: await copiedToken(scene) });
  const secret = joined.state === "joined" ? joined.secret : null;
  const userId = secret && (await selectSessionUser(scene.db, hashSecret(secret)));
  if (!userId) throw new Error("The copied link let nobody in.");
  return { userId, secret };
}

/** Whether a session is still one. */
export const isAlive = async (scene: Pick<Scene, "db">, secret: string): Promise<boolean> =>
  (await selectSessionUser(scene.db, hashSecret(secret))) !== null;

/** Whether Kim's address is proven; null when it opens no account. */
export async function isProven({ db }: Scene): Promise<boolean | null> {
  const [row] = await db.execute<{ isProven: boolean }>(sql`
    select verified_at is not null as "isProven" from user_addresses where address = 'kim@acme.com'`);
  return row?.isProven ?? null;
}

/** Omar's in a workspace of his own, which Ines is not in. */
export async function elsewhere(scene: Scene): Promise<WorkspaceContext> {
  const flow = { roles: [], actions: [] };
  const omar = await scene.inOrganization("omar");
  const { id } = await createWorkspace(omar, { command: newId(), name: "Bluebird tax", flow });
  return scene.as("omar", id);
}

/** How Kim stands there, and which kinds of messages went to them from there. */
export async function kimIn(scene: Scene, workspaceId: string) {
  const [row] = await scene.db.execute<{
    joined: boolean;
    status: string | null;
    kinds: string[] | null;
  }>(sql`
    select m.joined_at is not null as joined, i.status,
      (select json_agg(s.kind order by s.created_at) from messages s
        where s.org_id = m.org_id and s.subject_id in (i.id, m.workspace_id) and s.address = 'kim@acme.com') as kinds
    from members m left join invitations i on i.org_id = m.org_id and i.workspace_id = m.workspace_id
      and i.contact_id = m.contact_id
    where m.org_id = ${scene.orgId} and m.workspace_id = ${workspaceId} and m.contact_id = ${scene.kim}`);
  return row;
}
