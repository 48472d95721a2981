"use client";

import { useActionState } from "react";
import type { GroupAt } from "@/components/groups/group-screen";
import { ResendWords } from "@/components/invitations/resend-words";
import { boundAt } from "@/components/ui/bound-at";
import { Submit } from "@/components/ui/submit";
import { resendGroupAction } from "@/lib/actions/groups";

const people = (count: number) => `${count} ${count === 1 ? "person" : "people"}`;

/** Who of the group has not joined, and the button that sends an invitation to all of them. */
export function ResendGroup({ org, group }: GroupAt) {
  const [state, send] = useActionState(boundAt(resendGroupAction, { org }), null);
  if (group.notJoined === 0)
    return group.people > 0 ? <p className="text-fg-2">Everybody here has joined.</p> : null;
  const more = group.notJoined - group.waiting.length;
  return (
    <form action={send} id="not-joined" className="group-waiting">
      <input type="hidden" name="group" value={group.id} />
      <p>
        <span className="badge badge-warning hollow">Not Joined</span> {group.notJoined} of {group.people}:{" "}
        <bdi>{group.waiting.join(", ")}</bdi>
        {more > 0 && ` and ${more} more`}
      </p>
      <Submit>Resend Invitation to {people(group.notJoined)}</Submit>
      <ResendWords state={state} />
    </form>
  );
}
