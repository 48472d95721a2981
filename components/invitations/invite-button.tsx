"use client";

import { type ComponentProps, lazy } from "react";
import { buttonClass } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/plus-icon";
import type { RoleView } from "@/lib/domain/views";
import { ahead, useLoaded } from "./invite-loading";
import { NoticeLine, useNoticeOwner } from "./invite-notice";

type Props = {
  at: { org: string; workspace: string };
  roles: RoleView[];
  isAdmin: boolean;
  holdSeconds: number;
  label: string;
  variant?: "primary" | "panel";
  /** For an `InviteOpener` elsewhere in the page. */
  id?: string;
  /** Without a button it holds its place: a dialog that is open stays, whoever comes or goes meanwhile. */
  isOffered?: boolean;
};

const load = () => import("./invite-form");
const preload = ahead(load);
const LazyForm = lazy(() => import("./invite-plain").then((loaded) => ({ default: loaded.InviteForm })));

/** What the dialog holds, as a part of the page (`?panel=members&invite=1`); works without script. */
export function InviteForm(props: ComponentProps<typeof LazyForm>) {
  return <LazyForm {...props} />;
}

/** The button alone. It opens the dialog of the `InviteButton` it stands in, or of the one with the id `form`. */
export function InviteOpener({ label, form, isWide }: { label: string; form?: string; isWide?: boolean }) {
  return (
    <button
      type="submit"
      form={form}
      className={buttonClass({ variant: "primary", isWide })}
      aria-haspopup="dialog"
      onPointerEnter={preload}
      onFocus={preload}
    >
      <PlusIcon />
      {label}
    </button>
  );
}

/**
 * "Invite Members": the button, its dialog, and beside it the status with "Undo". The button says what it is given:
 * what a page loads first brings no words along. Without script it leads to the page that shows `InviteForm`.
 */
export function InviteButton({ label, variant = "primary", id, isOffered = true, ...props }: Props) {
  const { loaded, open, close } = useLoaded(load);
  const from = useNoticeOwner();
  return (
    <div className={isOffered ? `invite-members invite-members-${variant}` : "contents"}>
      <form id={id} method="get" onSubmit={open} hidden={!isOffered}>
        <input type="hidden" name="panel" value="members" />
        <input type="hidden" name="invite" value="1" />
        <InviteOpener label={label} isWide={variant === "panel"} />
      </form>
      <NoticeLine at={props.at} from={from} isLasting />
      {loaded && <loaded.InviteMembersWindow {...props} from={from} onClose={close} />}
    </div>
  );
}
