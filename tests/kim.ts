import { sql } from "drizzle-orm";
import { makeToken, newestKey, type Purpose } from "@/lib/domain/token";
import { createUserWithAddress } from "@/lib/domain/users";
import { testKeys } from "./cast";
import type { Scene } from "./scene";

/** The token of Kim's link. */
export async function tokenFor(scene: Scene, purpose: Purpose = "invite", generation = 1) {
  const [org] = await scene.db.execute<{ number: number }>(
    sql`select number from organizations where id = ${scene.orgId}`,
  );
  return makeToken(
    testKeys,
    newestKey(testKeys),
    purpose,
    { organization: org?.number ?? 0, id: scene.kimInvitation },
    generation,
  );
}

/** Gives Kim's address an account. */
export const kimsAccount = (scene: Scene) =>
  createUserWithAddress(scene.db, { address: "kim@acme.com", kind: "email", name: "Kim", isProven: true });

export const KIMS_NUMBER = "+13125550142";

/** Has Kim been invited by phone instead of by e-mail. */
export async function reachByPhone({ db, orgId, kim, kimInvitation }: Scene): Promise<void> {
  await db.execute(sql`update contacts set email = null, phone = ${KIMS_NUMBER}
    where org_id = ${orgId} and id = ${kim}`);
  await db.execute(sql`update invitations set address = ${KIMS_NUMBER}, channel = 'sms'
    where org_id = ${orgId} and id = ${kimInvitation}`);
}

/** What has become of Kim. */
export const kim = async (scene: Scene) => {
  const [row] = await scene.db.execute<{
    status: string;
    joined: boolean;
    users: number;
    sessions: number;
  }>(sql`
    select i.status, m.joined_at is not null as joined,
      (select count(*)::int from user_addresses where address = i.address) as users,
      (select count(*)::int from sessions s join user_addresses a on a.user_id = s.user_id where a.address = i.address) as sessions
    from invitations i join members m on m.org_id = i.org_id and m.workspace_id = i.workspace_id
      and m.contact_id = i.contact_id
    where i.org_id = ${scene.orgId} and i.id = ${scene.kimInvitation}`);
  return row;
};

export const OPEN = { status: "pending", joined: false };
