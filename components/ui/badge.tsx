import type { ReactNode } from "react";

type Props = {
  tone?: "warning" | "accent" | "success";
  hasRing?: boolean;
  /** Where something can be done about it; then it is a link. */
  href?: string;
  /** What a link is about, beyond its word. */
  label?: string;
  children: ReactNode;
};

/** A small word of state. The word carries the meaning, the colour only repeats it. */
export function Badge({ tone, hasRing, href, label, children }: Props) {
  const className = `badge ${tone ? `badge-${tone}` : ""} ${hasRing ? "hollow" : ""}`;
  if (!href) return <span className={className}>{children}</span>;
  return (
    <a href={href} aria-label={label} className={className}>
      {children}
    </a>
  );
}
