"use client";

import { useEffect, useRef } from "react";
import { newCommand } from "@/components/ui/new-command";

/**
 * The id of what a form will do, so that sending it twice does it once. A form that is opened anew, by "Back" too, is
 * another act: it gets an id of its own instead of the one that came with the page.
 */
export function CommandId({ value }: { value: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = newCommand();
  }, []);
  return <input ref={field} type="hidden" name="command" defaultValue={value} suppressHydrationWarning />;
}
