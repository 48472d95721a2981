import { accountRows } from "./matrix/account";
import { bulkRows } from "./matrix/bulk";
import { contactRows } from "./matrix/contacts";
import { deliveryRows } from "./matrix/delivery";
import { flowRows } from "./matrix/flow";
import { groupRows } from "./matrix/groups";
import { groupsInWorkspaceRows } from "./matrix/groups-in-workspace";
import { invitationRows } from "./matrix/invitations";
import { joinRows } from "./matrix/join";
import { linkRows } from "./matrix/links";
import { outboxRows } from "./matrix/outbox";
import { roleRows } from "./matrix/roles";
import type { Row } from "./matrix/row";
import { settingsRows } from "./matrix/settings";
import { templateRows } from "./matrix/templates";
import { undoRows } from "./matrix/undo";
import { wizardRows } from "./matrix/wizard";
import { workspaceRows } from "./matrix/workspace";
import { workspaceSettingsRows } from "./matrix/workspace-settings";

export type { Verdict } from "./matrix/row";

/** Every operation, who may do it, and the actions and routes that lead to it. */
export const matrix: Row[] = [
  ...workspaceRows,
  ...workspaceSettingsRows,
  ...flowRows,
  ...groupRows,
  ...groupsInWorkspaceRows,
  ...contactRows,
  ...bulkRows,
  ...invitationRows,
  ...joinRows,
  ...wizardRows,
  ...linkRows,
  ...templateRows,
  ...roleRows,
  ...undoRows,
  ...settingsRows,
  ...accountRows,
  ...outboxRows,
  ...deliveryRows,
];
