import { Fragment, type ReactNode } from "react";
import type { ActivityItem } from "@/lib/domain/views";

const text = (value: unknown, otherwise: string) => (typeof value === "string" && value ? value : otherwise);
const number = (value: unknown) => (typeof value === "number" ? value : 0);
const strong = (value: unknown, otherwise = "somebody") => <bdi>{text(value, otherwise)}</bdi>;

/** "Ann, Ben and 3 more": the names a sentence has room for. */
function people({ names, count, name }: Record<string, unknown>): ReactNode {
  const list = Array.isArray(names) && names.length > 0 ? names.slice(0, 3) : [name];
  const more = number(count) - list.length;
  return list.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and two people may have one name.
    <Fragment key={index}>
      {index > 0 && (index === list.length - 1 && more <= 0 ? " and " : ", ")}
      {strong(one)}
      {index === list.length - 1 && more > 0 && ` and ${more} more`}
    </Fragment>
  ));
}

/** "the name and the phone": what was changed about somebody. */
function fieldsIn({ fields }: Record<string, unknown>): string {
  const list = Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
  return list.map((field) => `the ${field}`).join(", ") || "the details";
}

type Teller = (who: ReactNode, data: Record<string, unknown>) => ReactNode;

const sentences: Record<string, Teller> = {
  workspace_created: (who) => <>{who} started this workspace</>,
  members_invited: (who, data) => (
    <>
      {who} invited {people(data)}
    </>
  ),
  members_added: (who, data) => (
    <>
      {who} added {people(data)}
    </>
  ),
  member_joined: (_, data) => <>{strong(data.name)} joined</>,
  member_removed: (who, data) => (
    <>
      {who} removed {strong(data.name)}
    </>
  ),
  members_left: (_, data) => (
    <>
      {people(data)} left with {strong(data.group, "a group")}
    </>
  ),
  group_added: (who, data) => (
    <>
      {who} added everybody in {strong(data.name, "a group")}
    </>
  ),
  group_removed: (who, data) => (
    <>
      {who} removed {strong(data.name, "a group")}
    </>
  ),
  portal_invited: (who, data) => (
    <>
      {who} invited {people(data)} to the portal
    </>
  ),
  contact_created: (who, data) => (
    <>
      {who} added {strong(data.name)} to the contacts
    </>
  ),
  contact_edited: (who, data) => (
    <>
      {who} changed {fieldsIn(data)} of {strong(data.name)}
    </>
  ),
  contacts_merged: (who, data) => (
    <>
      {who} merged {strong(data.dropped)} into {strong(data.name)}
      {listOf("no longer used", data.addresses)}
      {listOf("the invitation could not be sent again yet", data.unsent)}
    </>
  ),
  contact_deactivated: (who, data) => (
    <>
      {who} deactivated {strong(data.name)}
    </>
  ),
  contact_reactivated: (who, data) => (
    <>
      {who} reactivated {strong(data.name)}
    </>
  ),
  invite_undone: (who, { count }) => (
    <>
      {who} took back {number(count) === 1 ? "an invitation" : `${number(count)} invitations`}
    </>
  ),
  invitation_resent: (who, data) => (
    <>
      {who} sent the invitation again to {people(data)}
    </>
  ),
  invitation_cancelled: (who, data) => (
    <>
      {who} cancelled the invitation of {strong(data.name)}
    </>
  ),
  invitation_declined: (_, data) => <>{strong(data.name)} declined the invitation</>,
  link_copied: (who, data) => (
    <>
      {who} copied the invite link of {strong(data.name)}
    </>
  ),
  link_replaced: (who, data) => (
    <>
      {who} replaced the invite link of {strong(data.name)}
    </>
  ),
  link_requested: (_, data) => <>{strong(data.name)} asked for a new link</>,
  link_created: (who) => <>{who} made a Workspace Link</>,
  link_changed: (who, data) => (
    <>
      {who} changed {fieldsIn(data)} of a Workspace Link
    </>
  ),
  link_refreshed: (who) => <>{who} refreshed a Workspace Link</>,
  address_changed: (who, data) => (
    <>
      {who} changed the address of {strong(data.name)}
    </>
  ),
  role_assigned: (who, data) => (
    <>
      {who} assigned {strong(data.role, "a role")} to {strong(data.name)}
    </>
  ),
  role_reassigned: (who, data) => (
    <>
      {who} handed {strong(data.role, "a role")} over from {strong(data.from)} to {strong(data.name)}
    </>
  ),
  role_unassigned: (who, data) => (
    <>
      {who} unassigned {strong(data.role, "a role")}, which {strong(data.name)} held
    </>
  ),
  member_added_self: (who) => <>{who} joined as an admin</>,
  action_completed: (who, data) => (
    <>
      {who} {verb(data.kind)} {strong(data.title, "an action")}
    </>
  ),
  action_declined: (who, data) => (
    <>
      {who} declined {strong(data.title, "an action")}
    </>
  ),
  action_reopened: (who, data) => (
    <>
      {who} asked again for {strong(data.title, "an action")}
    </>
  ),
  action_added: (who, data) => (
    <>
      {who} added {strong(data.title, "an action")} to the flow
    </>
  ),
  action_edited: (who, data) => (
    <>
      {who} changed {strong(data.title, "an action")}
    </>
  ),
  action_removed: (who, data) => (
    <>
      {who} removed {strong(data.title, "an action")} from the flow
    </>
  ),
  role_added: (who, data) => (
    <>
      {who} added the role {strong(data.role, "of somebody")}
    </>
  ),
  role_edited: (who, data) => (
    <>
      {who} changed the role {strong(data.role, "of somebody")}
    </>
  ),
  role_removed: (who, data) => (
    <>
      {who} removed the role {strong(data.role, "of somebody")}
    </>
  ),
  flow_completed: () => <>All actions are done</>,
  flow_reopened: () => <>There is more to do</>,
  flow_reordered: (who) => <>{who} changed the order</>,
  internal_requested: (who, data) => (
    <>
      {who} asked the admins to invite {strong(data.address)}
      {typeof data.roleName === "string" && <>, to be {strong(data.roleName)}</>}
    </>
  ),
  internal_request_answered: (who, data) => (
    <>
      {who} invited {strong(data.address)}, as {strong(data.requester)} had asked
    </>
  ),
  join_requested: (_, data) => <>{strong(data.name)} asked to join</>,
  request_withdrawn: (_, data) => <>{strong(data.name)} withdrew the request to join</>,
  requests_approved: (who, data) => (
    <>
      {who} let in {people(data)}, who asked to join
    </>
  ),
  requests_declined: (who, data) => (
    <>
      {who} declined the request of {people(data)}
    </>
  ),
  suppression_lifted: (who, data) => (
    <>
      {who} allowed messages to {strong(data.address)} again
    </>
  ),
  opted_out: (_, data) => <>{strong(data.name)} asked not to be invited again</>,
};

const listOf = (words: string, list: unknown) =>
  Array.isArray(list) && list.length > 0 ? `; ${words}: ${list.join(", ")}` : null;

function verb(kind: unknown): string {
  if (kind === "approval") return "approved";
  return kind === "acknowledgement" ? "acknowledged" : "completed";
}

/** What happened, as one sentence; kinds that this screen does not know read "Something changed". */
export function ActivitySentence({ item }: { item: ActivityItem }) {
  const tell = sentences[item.kind];
  return (
    <span className="activity-words">{tell ? tell(strong(item.actor), item.data) : "Something changed"}</span>
  );
}
