import type { LinkSeen, ShownLink } from "@/components/workspace-link/link-page";
import type { LinkUses, LinkView } from "@/lib/domain/link-views";
import { env } from "@/lib/env";
import { qrPath } from "@/lib/qr";

/** Links as their page shows them: whole addresses, and of one of them what the page's own address opens. */
export async function shownLinks(
  links: LinkView[],
  seen: LinkSeen,
  usesOf: (link: string) => Promise<LinkUses>,
): Promise<ShownLink[]> {
  const open = links.find(({ id }) => id === seen.link);
  const uses = open && seen.show === "uses" ? await usesOf(open.id) : null;
  return links.map((link) => {
    const url = env().APP_URL + link.path;
    if (link !== open) return { link, url, uses: null, qr: null };
    return { link, url, show: seen.show, uses, qr: seen.show === "qr" ? qrPath(url) : null };
  });
}
