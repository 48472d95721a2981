"use client";

import "./invite-notice.css";
import { type ComponentType, useEffect, useId, useSyncExternalStore } from "react";

export type Place = { org: string; workspace: string };

/** An act that can be taken back until then. */
export type Undoable = { from: string; command: string | null; until: number };

export type UndoProps = { at: Place; notice: Undoable; onUndone?: (text: string) => void };

/** What became of the latest act, and the button that takes it back, which comes in with what did the act. */
type Notice = Undoable & { workspace: string; text: string; Undo: ComponentType<UndoProps> };

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
          {notice.text} <notice.Undo key={notice.command} at={at} notice={notice} />
        </>
      )}
    </p>
  );
}
