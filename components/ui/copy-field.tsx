"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/**
 * A text that somebody has just asked for: copied as it appears, and again by its button. Where the
 * browser refuses, it is selected instead.
 */
export function CopyField({ value, label }: { value: string; label: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<"Copied" | "Press Ctrl C" | null>(null);

  const copy = useCallback(async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid("Copied");
    } catch {
      field.current?.select();
      setSaid("Press Ctrl C");
    }
  }, [value]);

  useEffect(() => void copy(), [copy]);

  useEffect(() => {
    if (said !== "Copied") return;
    const timer = setTimeout(() => setSaid(null), 2000);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <span className="flex gap-2">
      <input
        ref={field}
        readOnly
        value={value}
        aria-label={label}
        className="input"
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={copy}>
        <span role="status">{said ?? "Copy"}</span>
      </Button>
    </span>
  );
}
