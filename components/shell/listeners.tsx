"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { softLink } from "@/components/ui/soft-link";

type Props = { hasShortcuts: boolean };

/** Listens anew on each page, which has its own stream of changes, or none. */
export function Listeners(props: Props) {
  return <PageListeners key={usePathname()} {...props} />;
}

/** What listens to the whole page: links, and, loaded after it, keys, menus, layers and what changes meanwhile. Renders nothing. */
function PageListeners({ hasShortcuts }: Props) {
  const router = useRouter();

  useEffect(() => {
    const stop = new AbortController();
    const open = (event: MouseEvent) => {
      const link = softLink(event);
      if (!link) return;
      event.preventDefault();
      router.push(link.href, { scroll: !("still" in link.dataset) });
    };
    document.addEventListener("click", open, { signal: stop.signal });
    void import("@/components/shell/later").then(({ listenLater }) =>
      listenLater(stop.signal, hasShortcuts, router.refresh),
    );
    return () => stop.abort();
  }, [router, hasShortcuts]);

  return null;
}
