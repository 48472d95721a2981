import { expect, test } from "vitest";
import { askedToWait } from "@/lib/domain/delivery-words";
import type { InvitationSummary } from "@/lib/domain/views";
import { sayIn } from "@/lib/words/say";
import { wordsOf } from "@/tests/words";
import { invitationWords, rowWords } from "./delivery-words";

const clock = {
  now: new Date("2026-11-21T15:00:00Z"),
  timeZone: "America/New_York",
  language: "en" as const,
};

const invitation = (given: Partial<InvitationSummary>): InvitationSummary => ({
  id: "i",
  status: "pending",
  invitedBy: "Ada Lovelace",
  invitedAt: new Date("2026-11-18T15:00:00Z"),
  channel: "email",
  address: "priya@acme.example",
  linkKey: "i.1",
  delivery: "delivered",
  deliveryError: null,
  isBlocked: false,
  sentAt: new Date("2026-11-18T15:00:00Z"),
  sends: 1,
  sendsHere: 1,
  expiresAt: new Date("2026-11-24T15:00:00Z"),
  isExpired: false,
  resendAt: null,
  reminders: "coming",
  mayCancel: true,
  ...given,
});

const words = (given: Partial<InvitationSummary>) =>
  invitationWords(invitation(given), clock, wordsOf("invite"));

test("a delivered invitation tells when, by whom, where to and until when, and may be sent again", () => {
  expect(words({})).toEqual({
    invitedOn: "Nov 18",
    invitedBy: "Ada Lovelace",
    sentTo: "Email to priya@acme.example",
    delivery: "Email delivered · link not used",
    expiry: "Link expires in 3 days",
    isTrouble: false,
    wait: null,
    resendLabel: "Resend Invitation",
    isOpen: true,
    linkKey: "i.1",
    mayCancel: true,
    reminders: "stop",
  });
});

test("reminders to come can be stopped, stopped ones resumed; of who cannot be reached, or when none come, nothing", () => {
  expect(words({ reminders: "stopped", delivery: "bounced" }).reminders).toBe("resume");
  expect(words({ delivery: "bounced" }).reminders).toBeNull();
  expect(words({ reminders: "none" }).reminders).toBeNull();
});

test("a bounced address cannot be sent to again, and says why", () => {
  const bounced = words({ delivery: "bounced", deliveryError: "mailbox does not exist", isBlocked: true });
  expect(bounced.delivery).toBe("Bounced: mailbox does not exist");
  expect(bounced).toMatchObject({ isTrouble: true, resendLabel: null, isOpen: true });
});

test("what came back for a while, or from an address that is not blocked any more, can be sent again", () => {
  for (const deliveryError of ["mailbox is full", "mailbox does not exist"])
    expect(words({ delivery: "bounced", deliveryError })).toMatchObject({
      isTrouble: true,
      resendLabel: "Resend Invitation",
    });
});

test("somebody who asked not to be invited is not offered a resend", () => {
  const blocked = words({ delivery: "suppressed", deliveryError: "opted_out", isBlocked: true });
  expect(blocked.delivery).toBe("Blocked by the recipient: asked not to be invited again");
  expect(blocked.resendLabel).toBeNull();
});

test("when it may be sent again is said while that is to come, and only where sending can help", () => {
  const [past, coming] = [new Date("2026-11-21T14:59:00Z"), new Date("2026-11-21T15:00:40Z")];
  expect(words({ resendAt: coming }).wait).toBe("You can resend in 40 seconds.");
  expect(words({ resendAt: past }).wait).toBeNull();
  expect(words({ resendAt: coming, delivery: "bounced", isBlocked: true }).wait).toBeNull();
  expect(words({ sends: 0, sendsHere: 0, delivery: "none" }).resendLabel).toBe("Send Invitation");
});

test("an expired link is not copied, but the invitation can be sent again", () => {
  const expired = words({ isExpired: true, expiresAt: new Date("2026-11-20T15:00:00Z") });
  expect(expired).toMatchObject({
    expiry: "Link expired Nov 20",
    isOpen: false,
    linkKey: null,
    resendLabel: "Resend Invitation",
  });
});

test("a declined or cancelled invitation offers neither resend nor link nor cancelling", () => {
  for (const status of ["declined", "revoked"] as const)
    expect(words({ status })).toMatchObject({
      resendLabel: null,
      isOpen: false,
      mayCancel: false,
      wait: null,
    });
});

test("within a minute of the last sending it says how long to wait", () => {
  const soon = words({ resendAt: new Date("2026-11-21T15:00:40Z"), sends: 2, sendsHere: 2 });
  expect(soon.wait).toBe("You can resend in 40 seconds.");
  expect(soon.sentTo).toBe("Email to priya@acme.example · sent 2 times");
  expect(words({ sends: 2, sendsHere: 1 }).sentTo).toBe("Email to priya@acme.example");
});

test("a link is called unused while it can be used, whoever looked at it; a declined one was answered", () => {
  expect(words({ delivery: "sent" }).delivery).toBe("Email sent · link not used");
  expect(words({ delivery: "uncertain" }).delivery).toBe(
    "Not confirmed: nobody can tell whether it was sent · link not used",
  );
  expect(words({ status: "declined" }).delivery).toBe("Email delivered");
});

test("one that went to an address corrected since says so, and may be sent to the new one", () => {
  expect(words({ delivery: "elsewhere", sends: 1, sendsHere: 0 })).toMatchObject({
    delivery: "Not sent to this address yet",
    isTrouble: false,
    resendLabel: "Resend Invitation",
  });
});

test("a cancelled one names where it went, and a corrected address is not sent to", () => {
  expect(words({ status: "revoked" })).toMatchObject({
    sentTo: "Email went to priya@acme.example",
    expiry: "Cancelled. To ask again, use Invite Members.",
    isOpen: false,
    resendLabel: null,
  });
});

test("all of it in German", () => {
  const given = { resendAt: new Date("2026-11-21T15:00:40Z"), sends: 2, sendsHere: 2 };
  const german = invitationWords(invitation(given), { ...clock, language: "de" }, wordsOf("invite", "de"));
  expect(german).toMatchObject({
    invitedOn: "18. Nov.",
    sentTo: "E-Mail an priya@acme.example · 2-mal gesendet",
    delivery: "E-Mail zugestellt · Link nicht benutzt",
    expiry: "Link läuft in 3 Tagen ab",
    wait: "In 40 Sekunden können Sie erneut senden.",
    resendLabel: "Einladung erneut senden",
  });
});

const row = (given: Partial<InvitationSummary>, language: "en" | "de" = "en") =>
  rowWords(invitation(given), sayIn(language));

test.each<[string, Partial<InvitationSummary>]>([
  ["Bounced: mailbox does not exist", { delivery: "bounced", deliveryError: "mailbox does not exist" }],
  ["Blocked by the recipient: marked as spam", { delivery: "complained" }],
  [
    "Blocked by the recipient: asked not to be invited again",
    { delivery: "suppressed", deliveryError: "opted_out", status: "expired" },
  ],
])("a row says “%s”, and that only another address helps", (words, given) => {
  expect(row(given)).toEqual({ words, isLost: true, mustChange: true });
});

test("a row says what failed, what is late and what is uncertain", () => {
  expect(row({ delivery: "failed" })).toEqual({
    words: "Failed: the mail service did not take it",
    isLost: true,
    mustChange: false,
  });
  const late = { isLost: false, mustChange: false };
  expect(row({ delivery: "delayed", deliveryError: "the mailbox is busy" })).toEqual({
    words: "Delayed: the mailbox is busy",
    ...late,
  });
  expect(row({ delivery: "waiting" })).toEqual({ words: "Waiting for the mail service", ...late });
  const asked = { delivery: "waiting", deliveryError: askedToWait("Greylisted") } as const;
  expect(row(asked)).toEqual({
    words: "Waiting: the recipient's mail server asks to wait (Greylisted); it is tried again by itself",
    ...late,
  });
  expect(words(asked).delivery).toBe(row(asked)?.words);
  expect(row(asked, "de")?.words).toBe(
    "Wartet: der Mailserver des Empfängers bittet zu warten (Greylisted); ein neuer Versuch folgt von selbst",
  );
  expect(row({ delivery: "uncertain" })).toEqual({
    words: "Not confirmed: nobody can tell whether it was sent",
    ...late,
  });
  expect(row({ delivery: "uncertain" }, "de")?.words).toBe(
    "Nicht bestätigt: Niemand kann sagen, ob sie gesendet wurde",
  );
});

test("a row is silent about what left or arrived, was answered, or went to an address corrected since", () => {
  for (const delivery of ["held", "queued", "sending", "sent", "delivered", "cancelled"] as const)
    expect(row({ delivery })).toBeNull();
  expect(row({ delivery: "bounced", status: "declined" })).toBeNull();
  expect(row({ delivery: "bounced", status: "revoked" })).toBeNull();
  expect(row({ delivery: "elsewhere", sendsHere: 0 })).toBeNull();
});
