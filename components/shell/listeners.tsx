"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { softLink } from "@/components/ui/soft-link";

/** What listens to the whole page: links, and, loaded after it, keys, menus, layers and what changes meanwhile. Renders nothing. */
export function Listeners({ hasShortcuts }: { hasShortcuts: boolean }) {
  const router = useRouter();
  const path = usePathname();

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

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another stream, or none.
  useEffect(() => {
    let stop = () => {};
    let isOver = false;
    void import("@/components/shell/live").then(({ followLive }) => {
      if (!isOver) stop = followLive(router.refresh);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [router, path]);

  return null;
}
