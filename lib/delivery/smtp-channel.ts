import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import type { SmtpServer } from "@/lib/env";
import type { Channel, Envelope, Outcome } from "./channel";
import { CLOSING, classifySmtp, type SmtpError } from "./smtp-classify";
import { type Line, smtpLines } from "./smtp-lines";

/** Derived from our id, so that whoever sees the message twice can tell that it is one. */
const messageIdOf = (id: string, from: string) => `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>`;

function compose(
  { id, to, from, replyTo, subject, html, text, headers }: Envelope,
  sender: string,
): Promise<Buffer> {
  return new MailComposer({
    from,
    to,
    replyTo: replyTo ?? undefined,
    subject,
    html,
    text,
    headers,
    messageId: messageIdOf(id, sender),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** The bytes as a stream that knows whether anybody began to read them. */
function handing(bytes: Buffer) {
  let isHanded = false;
  const stream = new Readable({
    read() {
      isHanded = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return { stream, isHanded: () => isHanded };
}

/** What a server does to connections that were idle too long, or have carried enough. */
const hasHungUp = ({ responseCode }: SmtpError) => !responseCode || responseCode === CLOSING;

/**
 * Sends e-mail through an SMTP server, one message a call, over connections that are kept. SMTP knows no
 * keys: a message of which nobody can tell whether the server took it is never sent again by machine.
 */
export function smtpChannel(server: SmtpServer, sender: string): Channel {
  const lines = smtpLines(server);

  async function say(message: Envelope, line: Line, signal: AbortSignal): Promise<Outcome | "stale"> {
    const bytes = await compose(message, sender);
    const { stream, isHanded } = handing(bytes);
    try {
      const response = await line.send({ from: sender, to: message.to, size: bytes.length }, stream, signal);
      lines.keep(line);
      return { kind: "accepted", ids: [response.slice(0, 200)], state: "sent", restSeconds: 0 };
    } catch (error) {
      line.close();
      const failure = error as SmtpError;
      if (line.isUsed && !isHanded() && hasHungUp(failure)) return "stale";
      return classifySmtp(failure, isHanded());
    }
  }

  return {
    name: "smtp",
    handles: ["email"],
    batchSize: 1,
    certainHours: 0,
    close: lines.close,
    check: (signal) =>
      lines.check(signal).then(
        () => null,
        (error: SmtpError) => classifySmtp(error, false),
      ),
    send: async ({ messages: [message] }, signal) => {
      if (!message) return { kind: "accepted", ids: [], state: "sent", restSeconds: 0 };
      for (;;) {
        const line = await lines.take(signal).catch((error: SmtpError) => error);
        if (!("send" in line)) return classifySmtp(line, false);
        const outcome = await say(message, line, signal);
        if (outcome !== "stale") return outcome;
      }
    },
  };
}
