"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

/**
 * The button that sends its form. While the answer is on its way it sends nothing twice and is busy; of several that
 * are told apart by a value, the one that was pressed.
 */
export function Submit({ onClick, ...rest }: ComponentProps<typeof Button>) {
  const { pending, data } = useFormStatus();
  const isPressed = !rest.name || data?.get(rest.name) === rest.value;
  return (
    <Button
      {...rest}
      type="submit"
      isBusy={pending && isPressed}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    />
  );
}
