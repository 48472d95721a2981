import { getMessages } from "next-intl/server";

export type Room = keyof Awaited<ReturnType<typeof getMessages>>;

/** The words that parts of a page need in the browser: those every screen needs, and of these rooms. */
export async function wordsOf(of: Room[]) {
  const all = await getMessages();
  const rooms: Room[] = ["ui", ...of];
  return Object.fromEntries(rooms.map((room) => [room, all[room]]));
}
