import type { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpServer } from "@/lib/env";

/** A connection on which messages can be sent, one after the other. */
export type Line = {
  /** Whether it carried a message before: then the server may have hung up meanwhile. */
  isUsed: boolean;
  /** Answers what the server said; throws what nodemailer throws. */
  send: (
    envelope: { from: string; to: string; size: number },
    message: Readable,
    signal: AbortSignal,
  ) => Promise<string>;
  close: () => void;
};

/** Servers drop a connection after so many messages or minutes; we do so first. */
const MESSAGES_PER_LINE = 100;
const IDLE_MS = 60_000;
const CONNECT_MS = 20_000;

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

type Done = (error?: Error | null) => void;

/** Runs one step of the conversation; ends it, and the connection, when `signal` says so. */
function step(connection: SMTPConnection, signal: AbortSignal, begin: (done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => settle(() => reject(error));
    const end = () => {
      connection.close();
      fail(new Error("The mail server did not answer in time."));
    };
    const settle = (then: () => void) => {
      signal.removeEventListener("abort", end);
      connection.removeListener("error", fail);
      then();
    };
    if (signal.aborted) return end();
    signal.addEventListener("abort", end);
    connection.once("error", fail);
    begin((error) => (error ? fail(error) : settle(resolve)));
  });
}

async function open({ host, port, isSecure, login }: SmtpServer, signal: AbortSignal): Promise<Line> {
  const connection = new SMTPConnection({
    host,
    port,
    secure: isSecure,
    /** A password never leaves the machine in the clear. */
    requireTLS: login !== null && !LOOPBACK.test(host),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
  });
  /** An error between two steps is met again at the next one. */
  connection.on("error", () => {});
  const line: Line = {
    isUsed: false,
    close: () => connection.close(),
    send: async (envelope, message, onAbort) => {
      let response = "";
      await step(connection, onAbort, (done) =>
        connection.send(envelope, message, (error, info) => {
          response = info?.response ?? "";
          done(error);
        }),
      );
      return response;
    },
  };
  try {
    await step(connection, signal, (done) => connection.connect(done));
    if (login) await step(connection, signal, (done) => connection.login({ credentials: login }, done));
    return line;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Connections to one server: taken for one message, kept for the next. */
export function smtpLines(server: SmtpServer) {
  const idle: { line: Line; until: NodeJS.Timeout }[] = [];
  const sent = new WeakMap<Line, number>();
  return {
    /** One that was kept, else a new one; throws what nodemailer throws. */
    take: async (signal: AbortSignal): Promise<Line> => {
      const kept = idle.pop();
      if (!kept) return open(server, signal);
      clearTimeout(kept.until);
      return kept.line;
    },
    keep: (line: Line) => {
      const count = (sent.get(line) ?? 0) + 1;
      if (count >= MESSAGES_PER_LINE) return line.close();
      sent.set(line, count);
      line.isUsed = true;
      const until = setTimeout(() => {
        idle.splice(0, idle.length, ...idle.filter((one) => one.line !== line));
        line.close();
      }, IDLE_MS);
      until.unref();
      idle.push({ line, until });
    },
    /** Opens a line of its own and gives it back; throws what nodemailer throws. */
    check: async (signal: AbortSignal): Promise<void> => (await open(server, signal)).close(),
    close: () => {
      for (const { line, until } of idle.splice(0)) {
        clearTimeout(until);
        line.close();
      }
    },
  };
}
