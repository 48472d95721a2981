import { contextFor, workspaceContextFor } from "@/lib/context";
import { notFound } from "@/lib/domain/errors";

/** The workspace a form belongs to, as the page bound it; the browser may have changed it. */
export type WorkspacePlace = { org: string; workspace: string };

/** Who acts at this place. A place that is not two short texts does not exist. */
export const contextAt = (at: WorkspacePlace) => async () => {
  const { org, workspace } = at ?? {};
  if (typeof org !== "string" || typeof workspace !== "string" || org.length > 64) throw notFound();
  return workspaceContextFor(org, workspace);
};

/** The organization a form belongs to, as the page bound it; the browser may have changed it. */
export type OrganizationPlace = { org: string };

/** Who acts in this organization. One that is not a short text does not exist. */
export const organizationAt = (at: OrganizationPlace) => async () => {
  if (typeof at?.org !== "string" || at.org.length > 64) throw notFound();
  return contextFor(at.org);
};
