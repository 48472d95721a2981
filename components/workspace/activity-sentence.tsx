import { createElement, Fragment, type ReactNode } from "react";
import type { ActivityItem } from "@/lib/domain/views";

const text = (value: unknown, otherwise: string) => (typeof value === "string" && value ? value : otherwise);
const number = (value: unknown) => (typeof value === "number" ? value : 0);
const strong = (value: unknown, otherwise = "somebody") => <bdi>{text(value, otherwise)}</bdi>;

/** Parts that keep their places, one after the other. */
const inOrder = (parts: ReactNode[]): ReactNode => createElement(Fragment, null, ...parts);

/** "Ann, Ben and 3 more": the names a sentence has room for. */
function people({ names, count, name }: Record<string, unknown>): ReactNode {
  const list = Array.isArray(names) && names.length > 0 ? names.slice(0, 3) : [name];
  const more = number(count) - list.length;
  const named = list.flatMap((one, index) => [
    index > 0 && (index === list.length - 1 && more <= 0 ? " and " : ", "),
    strong(one),
  ]);
  return inOrder([...named, more > 0 && ` and ${more} more`]);
}

/** "the name and the phone": what was changed about somebody. */
function fieldsIn({ fields }: Record<string, unknown>): string {
  const list = Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
  return list.map((field) => `the ${field}`).join(", ") || "the details";
}

type Data = Record<string, unknown>;

/** What an empty name reads as. */
const MISSING: Record<string, string> = { group: "a group", role: "a role", title: "an action" };

/**
 * How each kind of activity is told. In braces: `who` did it, names from its data, `people` for several,
 * `fields` that were changed, `verb` of completing an action.
 */
const sentences: Record<string, string> = {
  workspace_created: "{who} started this workspace",
  workspace_edited: "{who} changed {fields} of the workspace",
  workspace_archived: "{who} archived this workspace",
  workspace_restored: "{who} restored this workspace",
  workspace_handed_over: "{who} handed the workspace over from {from} to {name}",
  members_invited: "{who} invited {people}",
  members_added: "{who} added {people}",
  member_joined: "{name} joined",
  member_removed: "{who} removed {name}",
  member_restored: "{who} took back removing {name}",
  members_left: "{people} left with {group}",
  group_added: "{who} added everybody in {name}",
  group_removed: "{who} removed {name}",
  portal_invited: "{who} invited {people} to the portal",
  contact_created: "{who} added {name} to the contacts",
  contact_edited: "{who} changed {fields} of {name}",
  contacts_merged: "{who} merged {dropped} into {name}",
  contact_deactivated: "{who} deactivated {name}",
  contact_reactivated: "{who} reactivated {name}",
  invite_undone: "{who} took back {invitations}",
  invitation_resent: "{who} sent the invitation again to {people}",
  invitation_cancelled: "{who} cancelled the invitation of {people}",
  invitation_restored: "{who} took back cancelling the invitation of {people}",
  invitation_declined: "{name} declined the invitation",
  link_copied: "{who} copied the invite link of {name}",
  link_replaced: "{who} replaced the invite link of {name}",
  link_requested: "{name} asked for a new link",
  link_created: "{who} made a Workspace Link",
  link_changed: "{who} changed {fields} of a Workspace Link",
  link_refreshed: "{who} refreshed a Workspace Link",
  address_changed: "{who} changed the address of {name}",
  role_assigned: "{who} assigned {role} to {name}",
  role_reassigned: "{who} handed {role} over from {from} to {name}",
  role_unassigned: "{who} unassigned {role}, which {name} held",
  member_added_self: "{who} joined as an admin",
  action_completed: "{who} {verb} {title}",
  action_declined: "{who} declined {title}",
  action_reopened: "{who} asked again for {title}",
  action_added: "{who} added {title} to the flow",
  action_edited: "{who} changed {title}",
  action_removed: "{who} removed {title} from the flow",
  role_added: "{who} added the role {role}",
  role_edited: "{who} changed the role {role}",
  role_removed: "{who} removed the role {role}",
  flow_completed: "All actions are done",
  flow_reopened: "There is more to do",
  flow_reordered: "{who} changed the order",
  internal_requested: "{who} asked the admins to invite {address}",
  internal_request_answered: "{who} invited {address}, as {requester} had asked",
  join_requested: "{name} asked to join",
  request_withdrawn: "{name} withdrew the request to join",
  requests_approved: "{who} let in {people}, who asked to join",
  requests_declined: "{who} declined the request of {people}",
  requests_restored: "{who} took back declining {people}",
  reminders_changed: "{who} changed the reminders",
  reminders_stopped: "{who} stopped reminding {people}",
  reminders_resumed: "{who} resumed reminding {people}",
  settings_changed: "{who} changed the settings",
  opted_out: "{name} asked not to be invited again",
  suppression_lifted: "{who} allowed messages to {address} again",
};

/** What some sentences go on with. */
const more: Record<string, (data: Data) => ReactNode> = {
  contacts_merged: (data) => (
    <>
      {listOf("no longer used", data.addresses)}
      {listOf("the invitation could not be sent again yet", data.unsent)}
    </>
  ),
  internal_requested: (data) =>
    typeof data.roleName === "string" ? <>, to be {strong(data.roleName)}</> : null,
};

function filled(slot: string, actor: ReactNode, data: Data): ReactNode {
  if (slot === "who") return actor;
  if (slot === "people") return people(data);
  if (slot === "fields") return fieldsIn(data);
  if (slot === "verb") return verb(data.kind);
  if (slot === "invitations")
    return number(data.count) === 1 ? "an invitation" : `${number(data.count)} invitations`;
  return strong(data[slot], MISSING[slot]);
}

const listOf = (words: string, list: unknown) =>
  Array.isArray(list) && list.length > 0 ? `; ${words}: ${list.join(", ")}` : null;

function verb(kind: unknown): string {
  if (kind === "approval") return "approved";
  return kind === "acknowledgement" ? "acknowledged" : "completed";
}

/** What happened, as one sentence; kinds that this screen does not know read "Something changed". */
export function ActivitySentence({ item }: { item: ActivityItem }) {
  const parts = (sentences[item.kind] ?? "Something changed").split(/[{}]/);
  return (
    <span className="activity-words">
      {inOrder(
        parts.map((part, index) => (index % 2 === 1 ? filled(part, strong(item.actor), item.data) : part)),
      )}
      {more[item.kind]?.(item.data)}
    </span>
  );
}
