import type { JoinView } from "@/components/stranger/join-pages";
import { displayAddress } from "@/lib/domain/address";
import type { JoinPage } from "@/lib/domain/join-link";

/** What the page of a Workspace Link says: as little as lets a person know where they are. */
export function joinView(page: Extract<JoinPage, { state: "open" | "asked" }>): JoinView {
  const { organizationName, workspaceName, mode } = page.link;
  const view = { organization: organizationName, workspace: workspaceName, mode };
  if (page.state === "asked")
    return { ...view, visitor: null, request: { ...page.request, mayAskAgain: page.mayAskAgain } };
  const visitor = page.visitor && {
    name: page.visitor.name,
    address: page.visitor.address && displayAddress(page.visitor.address.value),
    signedInAs: displayAddress(page.visitor.signedInAs),
  };
  return { ...view, visitor, request: null };
}
