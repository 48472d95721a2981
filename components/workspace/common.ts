import type { Clock } from "@/components/ui/moment";
import { withQuery } from "@/components/ui/query";
import type { WorkspaceView } from "@/lib/domain/views";

/** What the person may do here, decided by the server; what they may not is left out of the screen. */
export type May = {
  invite: boolean;
  /** See and make Workspace Links. */
  link: boolean;
  assign: boolean;
  /** See when people are reminded, and keep the flow as a template. */
  remind: boolean;
  /** Open the settings, archive and restore. */
  manage: boolean;
  edit: boolean;
  reopen: boolean;
  resend: boolean;
  removeAnyone: boolean;
  isAdmin: boolean;
};

/** What the workspace's page hands to its parts. */
export type Common = {
  at: { org: string; workspace: string };
  view: WorkspaceView;
  may: May;
  /** How long "Undo" stops an invitation. */
  holdSeconds: number;
  clock: Clock;
};

/** Where the workspace's links are. */
export const linkPath = ({ org, workspace }: Common["at"]) => `/${org}/w/${workspace}/link`;

/** Which row of the flow's editor is open, and which was: an action's or role's id, or that of a new one. */
export type Editing = { row?: string; was?: string };

/** The address of the flow's editor, with a row open, or all closed and the focus back at one. */
export const editPath = ({ org, workspace }: Common["at"], { row, was }: Editing = {}) =>
  withQuery(`/${org}/w/${workspace}`, { edit: "flow", row, was });

/** The workspace's address, with the members panel open at a role, a person or as it is. */
export const panelPath = ({ org, workspace }: Common["at"]) => `/${org}/w/${workspace}?panel=members`;
