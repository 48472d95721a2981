"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** One part of the settings; marked while it is open. */
export function SettingsTabLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} aria-current={usePathname() === href ? "true" : undefined}>
      {children}
    </a>
  );
}
