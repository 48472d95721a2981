const organizationOf = ({ pathname }: { pathname: string }) => pathname.split("/")[1];

/**
 * The link that a click follows, when it stays inside the organization and can open without a
 * reload: links are plain HTML, one listener serves them all. Modified clicks are the browser's.
 */
export function softLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (
    !link?.href ||
    link.target ||
    link.hasAttribute("download") ||
    link.getAttribute("href")?.startsWith("#")
  )
    return null;
  return link.origin === location.origin && organizationOf(link) === organizationOf(location) ? link : null;
}
