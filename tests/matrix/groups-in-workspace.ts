import { listGroupChoices, suggestGroups } from "@/lib/domain/group-suggestions";
import { removeGroupFromWorkspace } from "@/lib/domain/groups";
import { newId } from "@/lib/domain/id";
import { inviteMembers } from "@/lib/domain/invite";
import { resendAll } from "@/lib/domain/resend-all";
import { assignRole } from "@/lib/domain/roles";
import { MEMBERS_ONLY, type Row } from "./row";

/** Groups as a workspace has them. */
export const groupsInWorkspaceRows: Row[] = [
  {
    name: "suggestGroups",
    operation: "people:search",
    paths: ["/[org]/w/[workspace]/people"],
    run: (ctx) => suggestGroups(ctx, { q: "a" }),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "listGroupChoices",
    operation: "people:search",
    paths: ["/[org]/w/[workspace]"],
    run: (ctx) => listGroupChoices(ctx),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "inviteMembers (a group)",
    operation: "members:invite",
    paths: ["inviteMembersAction", "invitePlainlyAction"],
    run: async (ctx, { groups }) => {
      const people = [{ group: groups.clients }];
      const { outcomes } = await inviteMembers(ctx, { command: newId(), people, note: null });
      if (outcomes[0]?.status === "invalid") throw Object.assign(new Error("unknown"), { code: "not_found" });
    },
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "assignRole (to a group)",
    operation: "roles:assign",
    paths: ["assignRoleAction"],
    run: (ctx, { groups, roles }) =>
      assignRole(ctx, { command: newId(), role: roles.reviewer, people: [{ group: groups.clients }] }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "resendAll (one member)",
    operation: "invitations:resend",
    paths: ["resendAllAction"],
    run: (ctx, { kim }) => resendAll(ctx, { contact: kim }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "resendAll (a group)",
    operation: "invitations:resend",
    paths: ["resendAllAction"],
    run: (ctx, { groups }) => resendAll(ctx, { group: groups.clients }),
    verdicts: MEMBERS_ONLY,
  },
  {
    name: "removeGroupFromWorkspace (added by somebody else)",
    operation: "members:remove",
    paths: ["removeGroupAction"],
    run: (ctx, { board }) => removeGroupFromWorkspace(ctx, { group: board }),
    verdicts: ["ok", "forbidden", "not_found", "forbidden", "not_found"],
  },
];
