"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  value: string;
  label: string;
  /** What the button says. */
  copies?: string;
  /** Somebody has just asked for it: it is copied as it appears. */
  isAsked?: boolean;
  /** It has just taken the place of another one: it appears with the focus. */
  isNew?: boolean;
};

/** A text to be copied by its button. Where the browser refuses, it is selected instead. */
export function CopyField({ value, label, copies, isAsked, isNew }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<"copied" | "pressCtrlC" | null>(null);
  const t = useTranslations("ui");

  const copy = useCallback(async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid("copied");
    } catch {
      field.current?.select();
      setSaid("pressCtrlC");
    }
  }, [value]);

  useEffect(() => {
    if (isAsked) void copy();
  }, [copy, isAsked]);

  useEffect(() => {
    if (said !== "copied") return;
    const timer = setTimeout(() => setSaid(null), 2000);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <span className="flex gap-2">
      <input
        ref={field}
        readOnly
        // biome-ignore lint/a11y/noAutofocus: what had the focus went with the text that this one replaces; the attribute gives it on, without script too.
        autoFocus={isNew}
        value={value}
        aria-label={label}
        className="input"
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={copy}>{said ? t(said) : (copies ?? t("copy"))}</Button>
      <span role="status" className="sr-only">
        {said && t(said)}
      </span>
    </span>
  );
}
