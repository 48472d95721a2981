"use client";

import "./invite-notice.css";
import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { undoInviteAction } from "@/lib/actions/invitations";

export type Place = { org: string; workspace: string };

/** What became of the latest act, and until when it can be taken back. */
type Notice = { from: string; workspace: string; text: string; command: string | null; until: number };

let latest: Notice | null = null;
const mounted = new Set<string>();
const watchers = new Set<() => void>();

/** Says what became of an act; stays until the next one or until the page is left. */
export function tellNotice(notice: Notice | null): void {
  latest = notice;
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The latest notice of the workspace, where its act was done; if that place is gone, in the one that stays. */
function useNotice(at: Place, from: string, isLasting: boolean): Notice | null {
  const notice = useSyncExternalStore(
    subscribe,
    () => latest,
    () => null,
  );
  const isHere = notice?.from === from || (isLasting && !mounted.has(notice?.from ?? ""));
  return isHere && notice?.workspace === at.workspace ? notice : null;
}

/** The name a trigger signs its notices with. */
export function useNoticeOwner(): string {
  const from = useId();
  useEffect(() => {
    mounted.add(from);
    return () => {
      mounted.delete(from);
      if (latest?.from === from) tellNotice({ ...latest });
    };
  }, [from]);
  return from;
}

/**
 * The status beside what was pressed, with "Undo" while nothing has been sent. Always there, so that it
 * is announced. The lasting one, of which a screen has one, takes over from triggers that are gone.
 */
export function NoticeLine({
  at,
  from,
  isLasting = false,
}: {
  at: Place;
  from: string;
  isLasting?: boolean;
}) {
  const notice = useNotice(at, from, isLasting);
  return (
    <p role="status" className={notice ? "invite-notice" : "sr-only"}>
      {notice && (
        <>
          {notice.text} <Undo key={notice.command} at={at} notice={notice} />
        </>
      )}
    </p>
  );
}

/** An act that can be taken back. */
export type Undoable = Pick<Notice, "from" | "command" | "until">;

type UndoProps = { at: Place; notice: Undoable; onUndone?: (text: string) => void };

/** "Undo", for as long as the messages are held; a press of ⌘Z outside a field does the same. */
export function Undo({ at, notice, onUndone }: UndoProps) {
  const { command, until, from } = notice;
  const isOpen = useUntil(until);
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);

  async function undo() {
    if (!command || isBusy) return;
    setBusy(true);
    const form = new FormData();
    form.set("command", command);
    const text = await undoInviteAction(at, null, form).then(
      (answer) => (answer?.ok ? undoneWords(answer.data.undone) : (answer?.message ?? NOT_UNDONE)),
      () => NOT_UNDONE,
    );
    if (text === NOT_UNDONE) setBusy(false);
    tellNotice({ from, workspace: at.workspace, text, command: text === NOT_UNDONE ? command : null, until });
    if (text !== NOT_UNDONE) onUndone?.(text);
  }
  useUndoKey(command && isOpen ? undo : null, button);
  return command && isOpen ? (
    <Button ref={button} variant="ghost" size="small" className="invite-undo" isBusy={isBusy} onClick={undo}>
      Undo
    </Button>
  ) : null;
}

const NOT_UNDONE = "Not undone. Check the connection and try again.";

const undoneWords = (count: number) =>
  `Undone. ${count === 1 ? "1 person was" : `${count} people were`} taken out again and got no message.`;

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
