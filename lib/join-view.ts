import type { JoinView } from "@/components/stranger/join-pages";
import { catalogueIn } from "@/lib/catalogue";
import { displayAddress } from "@/lib/domain/address";
import type { JoinPage } from "@/lib/domain/join-link";
import { readerLanguage } from "@/lib/domain/reader-language";

/**
 * What the page of a Workspace Link says: as little as lets a person know where they are. Who is not known reads it in
 * the language their browser asks for.
 */
export function joinView(
  page: Extract<JoinPage, { state: "open" | "asked" }>,
  accepts: string | null = null,
): JoinView {
  const { organizationName, workspaceName, mode, readerLanguage: known, language } = page.link;
  const words = catalogueIn(readerLanguage({ known, accepts, organization: language }));
  const view = { words, organization: organizationName, workspace: workspaceName, mode };
  if (page.state === "asked")
    return { ...view, visitor: null, request: { ...page.request, mayAskAgain: page.mayAskAgain } };
  const visitor = page.visitor && {
    name: page.visitor.name,
    address: page.visitor.address && displayAddress(page.visitor.address.value),
    signedInAs: displayAddress(page.visitor.signedInAs),
  };
  return { ...view, visitor, request: null };
}
