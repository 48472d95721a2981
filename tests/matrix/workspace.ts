import { sql } from "drizzle-orm";
import { completeAction } from "@/lib/domain/actions";
import { changeAddress } from "@/lib/domain/change-address";
import { newId } from "@/lib/domain/id";
import { cancelInvitation, copyInviteLink, replaceLink } from "@/lib/domain/invitations";
import { inviteMembers } from "@/lib/domain/invite";
import { versionOf, watchTimeline, watchWorkspace } from "@/lib/domain/live";
import { listMembers, removeMember } from "@/lib/domain/members";
import { recognisePeople, suggestPeople } from "@/lib/domain/people";
import { requestInternal } from "@/lib/domain/request-internal";
import { resendInvitations } from "@/lib/domain/resend";
import { assignRole } from "@/lib/domain/roles";
import { listTimeline } from "@/lib/domain/timeline";
import { undoInvite } from "@/lib/domain/undo";
import { createWorkspace, getWorkspace, markSeen } from "@/lib/domain/workspaces";
import type { Scene } from "../scene";
import { MEMBERS_ONLY, type Row } from "./row";

async function zoesInvitation({ db, orgId, zoe }: Scene): Promise<string> {
  const [row] = await db.execute<{ id: string }>(
    sql`select id from invitations where org_id = ${orgId} and contact_id = ${zoe}`,
  );
  return row?.id ?? "";
}

export const workspaceRows: Row[] = [
  {
    name: "listTimeline",
    operation: "timeline:view",
    paths: ["/[org]/timeline", "/[org]/timeline/workspaces"],
    run: (ctx) => listTimeline(ctx, {}),
    verdicts: ["ok", "ok", "ok", "ok", "ok"],
  },
  {
    name: "watchTimeline",
    operation: "timeline:view",
    paths: ["/[org]/timeline", "/[org]/timeline/live"],
    run: async (ctx) => versionOf(ctx, watchTimeline(ctx)),
    verdicts: ["ok", "ok", "ok", "ok", "ok"],
  },
  {
    name: "watchWorkspace",
    operation: "workspace:view",
    paths: ["/[org]/w/[workspace]", "/[org]/w/[workspace]/live"],
    run: async (ctx) => versionOf(ctx, watchWorkspace(ctx)),
    verdicts: ["ok", "ok", "not_found", "ok", "ok"],
  },
  {
    name: "createWorkspace",
    operation: "workspace:create",
    paths: ["createWorkspaceAction", "createFlowAction", "/[org]/w/new"],
    run: (ctx) =>
      createWorkspace(ctx, { command: newId(), name: "New flow", flow: { roles: [], actions: [] } }),
    verdicts: ["ok", "ok", "ok", "forbidden", "ok"],
  },
  {
    name: "getWorkspace",
    operation: "workspace:view",
    paths: ["/[org]/w/[workspace]"],
    run: (ctx) => getWorkspace(ctx),
    verdicts: ["ok", "ok", "not_found", "ok", "ok"],
  },
  {
    name: "markSeen",
    operation: "workspace:view",
    paths: ["/[org]/w/[workspace]"],
    run: (ctx) => markSeen(ctx),
    verdicts: ["ok", "ok", "not_found", "ok", "ok"],
  },
  {
    name: "listMembers",
    operation: "workspace:view",
    paths: ["/[org]/w/[workspace]"],
    run: (ctx) => listMembers(ctx, {}),
    verdicts: ["ok", "ok", "not_found", "ok", "ok"],
  },
  {
    name: "completeAction",
    operation: "actions:complete",
    paths: ["completeActionAction"],
    run: (ctx, scene) => completeAction(ctx, { action: scene.actions.upload }),
    verdicts: ["conflict", "conflict", "not_found", "ok", "conflict"],
  },
  {
    name: "suggestPeople",
    operation: "people:search",
    paths: ["/[org]/w/[workspace]/people"],
    run: (ctx) => suggestPeople(ctx, { q: "a" }),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "recognisePeople",
    operation: "people:search",
    paths: ["/[org]/w/[workspace]/people"],
    run: (ctx) => recognisePeople(ctx, { texts: [{ text: "kim@acme.com" }] }),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "inviteMembers",
    operation: "members:invite",
    paths: ["inviteMembersAction"],
    run: (ctx) =>
      inviteMembers(ctx, {
        command: newId(),
        people: [{ address: "lee@acme.com", kind: "client" }],
        note: null,
      }),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "inviteMembers (new internal user)",
    operation: "members:invite-internal",
    paths: ["inviteMembersAction"],
    run: async (ctx) => {
      const people = [{ address: "lee@acme.com", kind: "internal" as const }];
      const { outcomes } = await inviteMembers(ctx, { command: newId(), people, note: null });
      if (outcomes[0]?.status === "not_allowed")
        throw Object.assign(new Error("refused"), { code: "forbidden" });
    },
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "ok"],
  },
  {
    name: "undoInvite",
    operation: "members:invite",
    paths: ["undoInviteAction", "invitePlainlyAction"],
    run: (ctx, scene) => undoInvite(ctx, { command: scene.command }),
    verdicts: ["ok", "gone", "not_found", "forbidden", "gone"],
  },
  {
    name: "requestInternal",
    operation: "members:request-internal",
    paths: ["requestInternalAction"],
    run: (ctx) => requestInternal(ctx, { address: "lee@acme.com" }),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "assignRole",
    operation: "roles:assign",
    paths: ["assignRoleAction"],
    run: (ctx, scene) =>
      assignRole(ctx, {
        command: newId(),
        role: scene.roles.reviewer,
        people: [{ address: "lee@acme.com", kind: "client" }],
      }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "resendInvitations",
    operation: "invitations:resend",
    paths: ["resendInvitationAction", "invitePlainlyAction"],
    run: (ctx, scene) => resendInvitations(ctx, { invitations: [scene.kimInvitation] }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "copyInviteLink",
    operation: "invitations:copy-link",
    paths: ["copyInviteLinkAction"],
    run: (ctx, scene) => copyInviteLink(ctx, { invitation: scene.kimInvitation }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "copyInviteLink (new internal user)",
    operation: "members:invite-internal",
    paths: ["copyInviteLinkAction"],
    run: async (ctx, scene) => copyInviteLink(ctx, { invitation: await zoesInvitation(scene) }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
  {
    name: "replaceLink",
    operation: "invitations:replace-link",
    paths: ["replaceLinkAction"],
    run: (ctx, scene) => replaceLink(ctx, { invitation: scene.kimInvitation }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "changeAddress",
    operation: "invitations:change-address",
    paths: ["changeAddressAction"],
    run: (ctx, scene) => changeAddress(ctx, { contact: scene.kim, address: "kim@acme.example" }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "changeAddress (new internal user)",
    operation: "members:invite-internal",
    paths: ["changeAddressAction"],
    run: (ctx, scene) => changeAddress(ctx, { contact: scene.zoe, address: "zoe@acme.example" }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
  {
    name: "cancelInvitation (somebody else's)",
    operation: "invitations:cancel",
    paths: ["cancelInvitationAction"],
    run: (ctx, scene) => cancelInvitation(ctx, { invitation: scene.kimInvitation }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
  {
    name: "removeMember (added by somebody else)",
    operation: "members:remove",
    paths: ["removeMemberAction"],
    run: (ctx, scene) => removeMember(ctx, { contact: scene.kim }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
  {
    name: "view invitations",
    operation: "invitations:view",
    paths: ["/[org]/w/[workspace]"],
    run: async (ctx, scene) => {
      const { clients } = await listMembers(ctx, {});
      const kim = clients.find(({ contactId }) => contactId === scene.kim);
      if (kim && !kim.invitation) throw Object.assign(new Error("hidden"), { code: "forbidden" });
    },
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
];
