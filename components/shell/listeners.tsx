"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { softLink } from "@/components/ui/soft-link";

/** What listens to the whole page: links, and, loaded after it, keys, menus, layers and what changes meanwhile. Renders nothing. */
export function Listeners({ hasShortcuts }: { hasShortcuts: boolean }) {
  const router = useRouter();
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another stream, or none.
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
  }, [router, path, hasShortcuts]);

  return null;
}
