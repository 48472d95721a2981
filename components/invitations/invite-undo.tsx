import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import { undoInviteAction } from "@/lib/actions/invitations";
import { tellNotice, type UndoProps } from "./invite-notice";

/** "Undo", for as long as the messages are held; a press of ⌘Z outside a field does the same. */
export const Undo: ComponentType<UndoProps> = late(function UndoButton({ at, notice, onUndone }: UndoProps) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const { command, until, from } = notice;
  const isOpen = useUntil(until);
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);

  async function undo() {
    if (!command || isBusy) return;
    setBusy(true);
    const form = new FormData();
    form.set("command", command);
    const answer = await undoInviteAction(at, null, form).catch(() => null);
    if (!answer) setBusy(false);
    const text = !answer
      ? t("outcome.notUndone")
      : answer.ok
        ? t("outcome.undone", { count: answer.data.undone })
        : answer.message;
    tellNotice({ from, workspace: at.workspace, text, command: answer ? null : command, until, Undo });
    if (answer) onUndone?.(text);
  }
  useUndoKey(command && isOpen ? undo : null, button);
  return command && isOpen ? (
    <Button ref={button} variant="ghost" size="small" className="invite-undo" isBusy={isBusy} onClick={undo}>
      {ui("undo")}
    </Button>
  ) : null;
});

function useUntil(until: number): boolean {
  const [isPast, setPast] = useState(() => until <= Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setPast(true), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return !isPast;
}

/** Behind a modal dialog nothing listens. */
function useUndoKey(undo: (() => void) | null, button: { current: HTMLElement | null }): void {
  useEffect(() => {
    if (!undo) return;
    const onKey = (event: KeyboardEvent) => {
      const isField = event.target instanceof Element && event.target.matches("input, textarea, select");
      const modal = document.querySelector("dialog:modal");
      if (modal && !modal.contains(button.current)) return;
      if (isField || event.key !== "z" || event.shiftKey || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
