import type { ReactNode } from "react";

/** A small dialog beside the button with `popoverTarget={id}`. Esc and a click elsewhere close it. */
export function Popover({
  id,
  label,
  className = "",
  children,
}: {
  id: string;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div id={id} popover="auto" role="dialog" aria-label={label} className={`popover ${className}`}>
      {children}
    </div>
  );
}
