import type { Channel } from "./address";
import { MOST_COUNTED } from "./words";

/** Why messages of a kind do not leave. `unset`: nothing that takes them is set up; `manual`: a person paused them. */
export type Stop = "outage" | "quota" | "settings" | "manual" | "unset";

const CAUSES: Record<Stop, Record<Channel, string>> = {
  outage: {
    email: "The mail service does not answer.",
    sms: "The text message service does not answer.",
  },
  quota: {
    email: "The mail service's quota is used up.",
    sms: "The text message service's quota is used up.",
  },
  settings: {
    email: "The mail service rejects the settings.",
    sms: "The text message service rejects the settings.",
  },
  manual: { email: "Email is paused.", sms: "Text messages are paused." },
  unset: { email: "Email is not set up.", sms: "Text messages are not set up." },
};

/** What messages wait for: of one, of none yet, of more than are counted, and of so many. */
type Waits = { one: string; coming: string; most: string; many: (count: string) => string };

const BY_ITSELF: Waits = {
  one: "1 message waits and goes out by itself. Nothing is lost.",
  coming: "New messages wait and go out by themselves. Nothing is lost.",
  most: "More than 1,000 messages wait and go out by themselves. Nothing is lost.",
  many: (count) => `${count} messages wait and go out by themselves. Nothing is lost.`,
};

const WAITS: Record<Stop, Waits> = {
  outage: BY_ITSELF,
  quota: BY_ITSELF,
  settings: {
    one: "1 message waits until an admin puts them right. Nothing is lost.",
    coming: "New messages wait until an admin puts them right. Nothing is lost.",
    most: "More than 1,000 messages wait until an admin puts them right. Nothing is lost.",
    many: (count) => `${count} messages wait until an admin puts them right. Nothing is lost.`,
  },
  manual: {
    one: "1 message waits until an admin lets sending continue. Nothing is lost.",
    coming: "New messages wait until an admin lets sending continue. Nothing is lost.",
    most: "More than 1,000 messages wait until an admin lets sending continue. Nothing is lost.",
    many: (count) => `${count} messages wait until an admin lets sending continue. Nothing is lost.`,
  },
  unset: {
    one: "1 message waits until an admin sets it up. Nothing is lost.",
    coming: "New messages wait until an admin sets it up. Nothing is lost.",
    most: "More than 1,000 messages wait until an admin sets it up. Nothing is lost.",
    many: (count) => `${count} messages wait until an admin sets it up. Nothing is lost.`,
  },
};

function waitingWords(count: number, { one, coming, most, many }: Waits): string {
  if (count === 0) return coming;
  if (count === 1) return one;
  return count > MOST_COUNTED ? most : many(count.toLocaleString("en"));
}

/** Why messages of a kind do not leave, how many wait, and for what. */
export const troubleWords = (kind: Channel, stop: Stop, waiting: number): string =>
  `${CAUSES[stop][kind]} ${waitingWords(waiting, WAITS[stop])}`;

/** The same to who waits for a code to sign in. */
export const codeTroubleWords = (kind: Channel, stop: Stop): string =>
  `${CAUSES[stop][kind]} Codes come late or not at all: try again in a while.`;
