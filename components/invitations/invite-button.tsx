"use client";

import { type ComponentProps, lazy } from "react";
import { buttonClass } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/plus-icon";
import type { RoleView } from "@/lib/domain/views";
import { useLoaded } from "./invite-loading";
import { NoticeLine, useNoticeOwner } from "./invite-notice";

type Props = {
  at: { org: string; workspace: string };
  roles: RoleView[];
  isAdmin: boolean;
  holdSeconds: number;
  label: string;
  variant?: "primary" | "panel";
};

const load = () => import("./invite-form");
const LazyForm = lazy(() => import("./invite-plain").then((loaded) => ({ default: loaded.InviteForm })));

/** What the dialog holds, as a part of the page (`?panel=members&invite=1`); works without script. */
export function InviteForm(props: ComponentProps<typeof LazyForm>) {
  return <LazyForm {...props} />;
}

/**
 * "Invite Members": the button, its dialog, and beside it the status with "Undo". The button says what it is given:
 * what a page loads first brings no words along. Without script it leads to the page that shows `InviteForm`.
 */
export function InviteButton({ label, variant = "primary", ...props }: Props) {
  const { loaded, preload, open, close } = useLoaded(load);
  const from = useNoticeOwner();
  return (
    <div className={`invite-members invite-members-${variant}`}>
      <form method="get" onSubmit={open}>
        <input type="hidden" name="panel" value="members" />
        <input type="hidden" name="invite" value="1" />
        <button
          type="submit"
          className={buttonClass({ variant: "primary", isWide: variant === "panel" })}
          aria-haspopup="dialog"
          onPointerEnter={preload}
          onFocus={preload}
        >
          <PlusIcon />
          {label}
        </button>
      </form>
      <NoticeLine at={props.at} from={from} isLasting />
      {loaded && <loaded.InviteMembersWindow {...props} from={from} onClose={close} />}
    </div>
  );
}
