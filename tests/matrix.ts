import { bulkRows } from "./matrix/bulk";
import { contactRows } from "./matrix/contacts";
import { groupRows } from "./matrix/groups";
import { groupsInWorkspaceRows } from "./matrix/groups-in-workspace";
import { linkRows } from "./matrix/links";
import type { Row } from "./matrix/row";
import { wizardRows } from "./matrix/wizard";
import { workspaceRows } from "./matrix/workspace";

export type { Verdict } from "./matrix/row";

/** Every operation, who may do it, and the actions and routes that lead to it. */
export const matrix: Row[] = [
  ...workspaceRows,
  ...groupRows,
  ...groupsInWorkspaceRows,
  ...contactRows,
  ...bulkRows,
  ...wizardRows,
  ...linkRows,
];
