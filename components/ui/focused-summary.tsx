"use client";

import { useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";

/** What went wrong with a form that is gone from the page for it: takes the focus that went with the form. */
export function FocusedSummary({ message }: { message: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, []);
  return (
    <div ref={place} className="contents">
      <ErrorSummary message={message} />
    </div>
  );
}
