import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Room = keyof Awaited<ReturnType<typeof getMessages>>;

/** Gives the parts of a page that run in the browser their words: those every screen needs, and of these rooms. */
export async function Words({ of = [], children }: { of?: Room[]; children: ReactNode }) {
  const all = await getMessages();
  const rooms: Room[] = ["ui", ...of];
  const messages = Object.fromEntries(rooms.map((room) => [room, all[room]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
