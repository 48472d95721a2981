"use client";

import { useId } from "react";
import { buttonClass } from "@/components/ui/button";
import type { RoleView } from "@/lib/domain/views";
import { ahead, useLoaded } from "./invite-loading";
import { NoticeLine, useNoticeOwner } from "./invite-notice";

type Props = {
  at: { org: string; workspace: string };
  role: RoleView;
  isAdmin: boolean;
  holdSeconds: number;
  label: string;
  /** Without a button it holds its place: a dialog that is open stays, whatever becomes of the role meanwhile. */
  isOffered?: boolean;
};

const load = () => import("./assign-form");
const preload = ahead(load);

/**
 * "Assign", "Invite" or "Change person…" on a role: the button, its dialog for one person, and the status beside it.
 * The button says what it is given: what a page loads first brings no words along.
 */
export function AssignButton({ label, isOffered = true, ...props }: Props) {
  const { loaded, open, close } = useLoaded(load);
  const from = useNoticeOwner();
  const about = useId();
  const { at, role } = props;
  return (
    <div className="invite-members invite-members-assign">
      <form method="get" onSubmit={open} hidden={!isOffered}>
        <input type="hidden" name="panel" value="members" />
        <input type="hidden" name="invite" value="1" />
        <input type="hidden" name="role" value={role.id} />
        <button
          type="submit"
          className={buttonClass()}
          aria-haspopup="dialog"
          data-assign={isOffered || undefined}
          aria-describedby={about}
          onPointerEnter={preload}
          onFocus={preload}
        >
          {label}
        </button>
        <span id={about} hidden>
          {role.name}
        </span>
      </form>
      <NoticeLine at={at} from={from} />
      {loaded && <loaded.AssignRoleWindow {...props} from={from} onClose={close} />}
    </div>
  );
}
