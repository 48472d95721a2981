import type { ReactNode } from "react";

/** A list without entries: one line and at most one thing to do next. */
export function Empty({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {icon}
      <p className="break">{title}</p>
      {children}
    </div>
  );
}
