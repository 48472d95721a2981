import { expect, test } from "vitest";
import { askedToWait } from "@/lib/domain/delivery-words";
import { classifySmtp } from "./smtp-classify";

const failure = (command: string, responseCode: number, code = "EENVELOPE") => ({
  message: "Words of nodemailer.",
  code,
  command,
  responseCode,
  response: `${responseCode} 5.1.1 Words of\r\n${responseCode} 5.1.1 the server`,
});

test.each([
  ["CONN", 0, "ESOCKET", "away"],
  ["CONN", 0, "EDNS", "away"],
  ["CONN", 554, "EPROTOCOL", "away"],
  ["STARTTLS", 454, "ETLS", "away"],
  ["MAIL FROM", 421, "EENVELOPE", "away"],
  ["AUTH PLAIN", 535, "EAUTH", "paused"],
  ["AUTH PLAIN", 454, "EAUTH", "away"],
  ["MAIL FROM", 530, "EENVELOPE", "paused"],
  ["MAIL FROM", 553, "EENVELOPE", "paused"],
  ["MAIL FROM", 451, "EENVELOPE", "paused"],
  ["MAIL FROM", 552, "EENVELOPE", "refused"],
  ["MAIL FROM", 0, "EMESSAGE", "refused"],
  ["RCPT TO", 550, "EENVELOPE", "bounced"],
  ["RCPT TO", 450, "EENVELOPE", "later"],
  ["DATA", 451, "EENVELOPE", "later"],
])("before the message was handed over, %s %s %s is %s", (command, status, code, kind) => {
  expect(classifySmtp(failure(command, status, code), false).kind).toBe(kind);
});

test.each([
  ["DATA", 451, "EMESSAGE", "later"],
  ["DATA", 421, "EMESSAGE", "later"],
  ["DATA", 552, "EMESSAGE", "refused"],
  ["CONN", 0, "ECONNECTION", "unknown"],
  ["CONN", 0, "ETIMEDOUT", "unknown"],
])("once it was handed over, %s %s %s is %s", (command, status, code, kind) => {
  expect(classifySmtp(failure(command, status, code), true).kind).toBe(kind);
});

test("a refusal says why, in the server's words", () => {
  const refused = { kind: "refused", error: "Words of the server" };
  expect(classifySmtp(failure("DATA", 552), false)).toEqual(refused);
});

test("a server that takes a message later only asks to wait, in its own words", () => {
  const later = { kind: "later", error: askedToWait("Words of the server") };
  expect(classifySmtp(failure("RCPT TO", 450), false)).toEqual(later);
  expect(classifySmtp(failure("DATA", 451, "EMESSAGE"), true)).toEqual(later);
});

test.each([
  ["550 5.1.1 Nobody here", "bounced"],
  ["550-5.1.2 No such\r\n550 5.1.2 place", "bounced"],
  ["556 5.1.10 Takes no mail", "bounced"],
  ["550-5.2.1 The user is receiving mail\r\n550 5.2.1 at a rate that prevents more", "refused"],
  ["550 5.1.8 We know no such sender", "refused"],
  ["550 5.7.1 Not from you", "refused"],
  ["550 Relaying denied", "refused"],
  ["550 Use 5.1.1 instead", "refused"],
  ["452 4.2.2 Full", "later"],
])("of a recipient %s is %s", (response, kind) => {
  const responseCode = Number(response.slice(0, 3));
  const told = classifySmtp({ ...failure("RCPT TO", responseCode), response }, false);
  expect(told.kind).toBe(kind);
});
