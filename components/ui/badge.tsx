import type { ReactNode } from "react";

/** A small word of state. The word carries the meaning, the colour only repeats it. */
export function Badge({
  tone,
  hasRing,
  children,
}: {
  tone?: "warning" | "accent" | "success";
  hasRing?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={`badge ${tone ? `badge-${tone}` : ""} ${hasRing ? "hollow" : ""}`}>{children}</span>
  );
}
