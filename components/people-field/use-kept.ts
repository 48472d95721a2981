import { useEffect, useRef } from "react";
import type { People } from "./use-people";

/** Puts a list that was typed before the field came into it, once. */
export function useKept(people: People, text: string): void {
  const kept = useRef(text.trim());
  useEffect(() => {
    const list = kept.current;
    kept.current = "";
    if (list) people.take(list, undefined, list.replace(/\s*\n\s*/g, ", "));
  });
}
