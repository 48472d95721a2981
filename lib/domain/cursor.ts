import { isId } from "./id";

/** A place in a list, as it stands in a URL. What does not read as one is the beginning. */
export function readCursor(text: string | undefined): { key: string; id: string } | null {
  const [, key, id] = text?.match(/^([^\0]{0,2000}?)~([0-9a-f-]{36})$/u) ?? [];
  return key !== undefined && id !== undefined && isId(id) ? { key: key.toWellFormed(), id } : null;
}

export const writeCursor = (key: string | number, id: string) => `${key}~${id}`;
