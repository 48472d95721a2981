import type { joinRequests, workspaceLinks } from "@/db/schema";
import { newId } from "@/lib/domain/id";
import { idOf, type Scene } from "./setting";

const DAY = 86_400_000;
const inDays = (at: Date, days: number) => new Date(at.getTime() + days * DAY);

/** The workspace's link, if it has one, and everybody who came by it. */
export function linkRows(
  scene: Scene,
  roles: { id: string; name: string }[],
): { links: (typeof workspaceLinks.$inferInsert)[]; requests: (typeof joinRequests.$inferInsert)[] } {
  const { story, clock, org, workspaceId } = scene;
  if (!story.link) return { links: [], requests: [] };
  const { by, at, role, uses } = story.link;
  const link = { orgId: org.id, id: newId(), workspaceId };
  const createdAt = clock.at(at);
  const roleId = roles.find(({ name }) => name === role)?.id;
  return {
    links: [
      {
        ...link,
        roleId,
        uses: uses.length,
        createdBy: idOf(scene, by),
        createdAt,
        expiresAt: inDays(createdAt, 30),
      },
    ],
    requests: uses.map(({ name, email, at: asked, declined, withdrawn }) => ({
      ...{
        orgId: org.id,
        id: newId(),
        workspaceId,
        linkId: link.id,
        kind: "email",
        address: email,
        name,
        roleId,
      },
      status: declined ? "declined" : withdrawn ? "withdrawn" : "pending",
      reason: declined?.reason,
      decidedBy: declined && idOf(scene, declined.by),
      createdAt: clock.at(asked),
      expiresAt: inDays(clock.at(asked), 14),
      closedAt: declined ? clock.at(declined.at) : withdrawn && clock.at(withdrawn),
    })),
  };
}
