"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { withQuery } from "@/components/ui/query";
import { StatusLine } from "@/components/ui/status-line";

const PAUSE_MS = 120;

/** Puts what the address says into the fields, but not into the one somebody types in. */
function fill(form: HTMLFormElement, seen: Props["seen"]): void {
  const search = form.querySelector<HTMLInputElement>("[type=search]");
  if (search && search !== document.activeElement) search.value = seen.find ?? "";
  for (const choice of form.querySelectorAll("select")) {
    choice.value = seen[choice.name] ?? "";
    if (!choice.value) choice.selectedIndex = 0;
  }
}

/** Whether somebody has typed or chosen anything since the page came. */
function isChanged(form: HTMLFormElement): boolean {
  const search = form.querySelector<HTMLInputElement>("[type=search]");
  const isOther = (choice: HTMLSelectElement) =>
    choice.selectedIndex !==
    Math.max(
      0,
      [...choice.options].findIndex((one) => one.defaultSelected),
    );
  return search?.value !== search?.defaultValue || [...form.querySelectorAll("select")].some(isOther);
}

/** `seen`: what stands in the address of each field by its name. */
type Props = { action: string; seen: { [name: string]: string | undefined }; children: ReactNode };

/**
 * A GET form that needs no button: what is typed or chosen in it stands in the address a moment later, and what the address
 * comes to say stands in it, while its fields keep the focus. Without a connection the page stays as it is and says so,
 * where the browser would leave it, and follows once there is one again.
 */
export function LiveForm({ action, seen, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isAway, setAway] = useState(false);

  const said = JSON.stringify(seen);

  // Before the script came nobody heard of it.
  useEffect(() => {
    if (form.current && isChanged(form.current)) form.current.requestSubmit();
  }, []);

  useEffect(() => {
    const isNewerComing = timer.current !== undefined;
    if (form.current && !isNewerComing) fill(form.current, JSON.parse(said));
  }, [said]);

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
      timer.current = undefined;
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
