"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { softLink } from "@/components/ui/soft-link";

/** What listens to the whole page: links, and, loaded after it, keys, menus and layers. Renders nothing. */
export function Listeners({ hasShortcuts }: { hasShortcuts: boolean }) {
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
    void import("@/components/shell/keys").then(({ listenToKeys }) =>
      listenToKeys(stop.signal, hasShortcuts),
    );
    return () => stop.abort();
  }, [router, hasShortcuts]);

  return null;
}
