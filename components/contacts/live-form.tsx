"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { withQuery } from "@/components/ui/query";
import { StatusLine } from "@/components/ui/status-line";

const PAUSE_MS = 120;

type Props = { action: string; find: string; children: ReactNode };

/**
 * A GET form that needs no button: what is typed or chosen in it stands in the address a moment later. Without a connection
 * the page stays as it is and says so, where the browser would leave it, and follows once there is one again.
 */
export function LiveForm({ action, find, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isAway, setAway] = useState(false);

  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>("[type=search]");
    if (field && field !== document.activeElement) field.value = find;
  }, [find]);

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (!isAway) return;
    const submit = () => form.current?.requestSubmit();
    window.addEventListener("online", submit);
    return () => window.removeEventListener("online", submit);
  }, [isAway]);

  function open(within: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current) return;
      setAway(!navigator.onLine);
      if (!navigator.onLine) return;
      const fields = [...new FormData(form.current)].flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value.trim()] as const] : [],
      );
      router.replace(withQuery(action, Object.fromEntries(fields)), { scroll: false });
    }, within);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    open(0);
  }

  return (
    <form
      ref={form}
      action={action}
      className="contacts-bar"
      onChange={() => open(PAUSE_MS)}
      onSubmit={onSubmit}
    >
      {children}
      <StatusLine isError text={isAway ? document.body.dataset.notReached : null} />
    </form>
  );
}
