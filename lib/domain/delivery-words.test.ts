import { expect, test } from "vitest";
import {
  askedToWait,
  type Delivery,
  deliveryText,
  isDead,
  isLost,
  isUnsettled,
  stateWords,
  type Told,
} from "./delivery-words";

const told = (delivery: Delivery, deliveryError: string | null = null, channel: Told["channel"] = "email") =>
  deliveryText({ channel, delivery, deliveryError }, "link not used");

test.each<[string, Parameters<typeof told>]>([
  ["Held: it can still be undone", ["held"]],
  ["Waiting to be sent", ["queued"]],
  ["Waiting: sending is paused", ["paused"]],
  ["Waiting for the mail service", ["waiting", "The mail service did not answer in time."]],
  ["Waiting for the text message service", ["waiting", null, "sms"]],
  [
    "Waiting: the recipient's mail server asks to wait (Greylisted); it is tried again by itself",
    ["waiting", askedToWait("Greylisted")],
  ],
  [
    "Failed: the recipient's mail server asks to wait (Mailbox is full)",
    ["failed", askedToWait("Mailbox is full")],
  ],
  ["Being sent", ["sending"]],
  ["Email sent · link not used", ["sent"]],
  ["Email delivered · link not used", ["delivered"]],
  ["Text message delivered · link not used", ["delivered", null, "sms"]],
  [
    "Delayed: the mail server asks to try again later",
    ["delayed", "the mail server asks to try again later"],
  ],
  ["Delayed: the other side asks to try again later", ["delayed"]],
  ["Bounced: mailbox does not exist", ["bounced", "mailbox does not exist"]],
  ["Bounced: earlier mail to this address came back", ["bounced"]],
  ["Blocked by the recipient: marked as spam", ["complained", "marked as spam"]],
  ["Failed: number cannot be reached", ["failed", "number cannot be reached", "sms"]],
  ["Failed: the mail service did not take it", ["failed"]],
  ["Blocked by the recipient: asked not to be invited again", ["suppressed", "opted_out"]],
  ["Blocked: earlier messages to this address came back", ["suppressed", "bounced"]],
  ["Blocked: this address must not be written to", ["suppressed"]],
  ["Not sent: it was taken back", ["cancelled"]],
  ["Taken back; an earlier try may have arrived", ["cancelled", "tried"]],
  ["Not sent: a later message took its place", ["cancelled", "overtaken"]],
  ["Replaced by a later message; an earlier try may have arrived", ["cancelled", "overtaken tried"]],
  ["Not confirmed: nobody can tell whether it was sent · link not used", ["uncertain"]],
])("%s", (words, given) => {
  expect(told(...given)).toBe(words);
});

test("only what came back or was blocked needs another address", () => {
  const states = Object.keys(stateWords) as Delivery[];
  expect(states.filter(isDead)).toEqual(["bounced", "complained", "suppressed"]);
});

test("what reached nobody, and what nobody can tell yet, are told apart from what is simply under way", () => {
  const states = Object.keys(stateWords) as Delivery[];
  expect(states.filter(isLost)).toEqual(["bounced", "complained", "failed", "suppressed"]);
  expect(states.filter(isUnsettled)).toEqual(["paused", "waiting", "delayed", "uncertain"]);
});
