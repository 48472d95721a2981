"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** An entry of the side bar; marked while its screen is open. `dataKey` is the shortcut that leads there. */
export function NavLink({
  href,
  dataKey,
  className = "",
  children,
}: {
  href: string;
  dataKey?: string;
  className?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <a
      href={href}
      data-key={dataKey}
      aria-current={isHere ? "page" : undefined}
      className={`side-item ${className}`}
    >
      {children}
    </a>
  );
}
