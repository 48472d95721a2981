import { expect, type Page } from "@playwright/test";
import { thisMoment } from "./fresh";

export type Mail = {
  id: string;
  to: string;
  channel: string;
  subject: string;
  html: string;
  text: string;
  createdAt: string;
};

/** What the local mailbox holds for an address, newest first. */
export async function mailFor(page: Page, address: string): Promise<Mail[]> {
  const response = await page.request.get(`/mailbox.json?to=${encodeURIComponent(address)}`);
  return response.json();
}

/** The newest message to an address, once there are at least `count` of them. */
export async function newestMail(page: Page, address: string, count = 1): Promise<Mail> {
  let newest: Mail | undefined;
  await expect(async () => {
    const mails = await mailFor(page, address);
    expect(mails.length).toBeGreaterThanOrEqual(count);
    newest = mails[0];
  }).toPass({ timeout: 20_000 });
  if (!newest) throw new Error("no mail");
  return newest;
}

/** The path of the invitation's link in a message. */
export function invitePath(mail: Mail): string {
  const [, path] = /(\/(?:invite|i)\/[A-Za-z0-9_-]+)/.exec(mail.text) ?? [];
  if (!path) throw new Error(`No invitation link in: ${mail.text}`);
  return path;
}

let people = 0;

/** An address nobody has had before. */
export const freshAddress = (tag: string): string => `${tag}.${thisMoment()}${++people}@clients.example`;

/** Areas where nobody of the demo has a number. */
const AREAS = [214, 303, 312, 313, 404, 503, 512, 602, 702, 713, 808, 919];
const MOST_OF_A_WORKER = 20;
let phones = 0;

/** A phone number nobody has had before, of the ranges kept for fiction: each worker of the tests has its own. */
export const freshPhone = (): string => {
  const place = Number(process.env.TEST_WORKER_INDEX ?? 0) * MOST_OF_A_WORKER + (phones++ % MOST_OF_A_WORKER);
  return `+1 ${AREAS[Math.floor(place / 100) % AREAS.length]} 555 01${String(place % 100).padStart(2, "0")}`;
};
