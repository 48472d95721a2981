import { readFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { type Answer, answer, readMessage, readPath, type SmtpMail } from "./smtp-rules";

/**
 * What may go wrong with a message: an answer of the server to one of the commands, or the line cut before the
 * data, in the middle of them, after all of them, or only once the message was taken; or a late or missing answer.
 */
export type SmtpFault =
  | { at: "mail" | "rcpt" | "data" | "end"; answer: Answer }
  | "drop-before-data"
  | "drop-in-data"
  | "drop-after-data"
  | "drop-after-taking"
  | "silent-before-data"
  | "silent-after-taking"
  | "slow";

export type SmtpOptions = {
  port?: number;
  user?: string;
  pass?: string;
  /** Speaks TLS from the start, or once it is asked to; takes neither login nor mail before. */
  tls?: "start" | "asked";
  slowMs?: number;
  /** Decides the fault of each message; called with its number, from 1. */
  fault?: (message: number) => SmtpFault | null;
  /** What each connection is told when it opens or logs in, if it is no welcome; called with its number, from 1. */
  lineFault?: (connection: number) => { at: "greeting" | "auth"; answer: Answer } | null;
  /** What this server says to a recipient, if it is no welcome. */
  recipient?: (address: string) => Answer | null;
  /** Messages on one connection, after which the server closes it with 421. */
  mostPerLine?: number;
};

const MAIL_PARAMETERS = /^(SIZE=\d+|BODY=(7BIT|8BITMIME))$/;
const NONE = /^$/;

const beside = (name: string) => new URL(name, import.meta.url);

/** A certificate for this machine, signed by itself; who is to trust it names this file. */
export const CERTIFICATE = beside("smtp-cert.pem").pathname;
const readSecrets = () =>
  createSecureContext({ cert: readFileSync(CERTIFICATE), key: readFileSync(beside("smtp-key.pem")) });

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Plays an SMTP server over a socket, more strictly than most: whatever breaks a rule is turned down. */
export async function startSmtp(options: SmtpOptions = {}) {
  const { user, pass, slowMs = 500, recipient = () => null } = options;
  const taken: SmtpMail[] = [];
  const counts = { connections: 0, logins: 0, messages: 0, refused: 0, secured: 0, exposed: 0 };
  const open = new Set<Socket>();
  let fault = options.fault;

  const secure = (socket: Socket) => {
    const secured = new TLSSocket(socket, { isServer: true, secureContext: readSecrets() });
    secured.on("error", () => {});
    secured.on("secure", () => counts.secured++);
    return secured;
  };

  function converse(socket: Socket, isSafe: boolean, isNew = true) {
    let isGreeted = false;
    let isLoggedIn = !user;
    let from: string | null = null;
    let to: string | null = null;
    let lines: string[] | null = null;
    let onLine = 0;
    let current: SmtpFault | null = null;
    const ofLine = options.lineFault?.(counts.connections) ?? null;

    const say = ({ code, words, isLast }: Answer) => {
      if (code >= 400) counts.refused++;
      const rows = words.split("\n");
      for (const [at, row] of rows.entries())
        socket.write(`${code}${at < rows.length - 1 ? "-" : " "}${row}\r\n`);
      if (isLast) socket.end();
    };
    const spoiled = (at: string) => {
      const found = [ofLine, current].find((one) => typeof one === "object" && one?.at === at);
      if (typeof found !== "object" || !found) return false;
      say(found.answer);
      return true;
    };
    const next = () => {
      from = null;
      to = null;
      lines = null;
    };

    async function end(given: string[]) {
      lines = null;
      const kind = current;
      const mail = readMessage(given, from ?? "", to ?? "");
      next();
      if (kind === "drop-after-data") return socket.resetAndDestroy();
      if (typeof kind === "object" && kind?.at === "end") return say(kind.answer);
      if ("code" in mail) return say(mail);
      if (kind === "slow") await pause(slowMs);
      taken.push(mail);
      if (kind === "drop-after-taking") return socket.resetAndDestroy();
      if (kind === "silent-after-taking") return;
      say(answer(250, `2.0.0 Ok: queued as ${taken.length}`));
      if (++onLine === options.mostPerLine) say({ code: 421, words: "4.7.0 Enough for now", isLast: true });
    }

    const greet = () => {
      isGreeted = true;
      next();
      say(
        answer(
          250,
          `player.example\nSIZE 1000000${user && isSafe ? "\nAUTH PLAIN" : ""}${isSafe ? "" : "\nSTARTTLS"}\nENHANCEDSTATUSCODES`,
        ),
      );
    };

    const leave = () => say({ code: 221, words: "2.0.0 Bye", isLast: true });

    const beginTls = () => {
      if (isSafe) return say(answer(502, "5.5.1 Nothing to begin"));
      say(answer(220, "2.0.0 Go on"));
      socket.removeAllListeners("data");
      converse(secure(socket), true, false);
    };

    const logIn = (rest: string) => {
      if (!isSafe) {
        counts.exposed++;
        return say(answer(538, "5.7.11 Only over TLS"));
      }
      if (spoiled("auth")) return;
      const [, proof = ""] = /^PLAIN (\S+)$/.exec(rest) ?? [];
      const [, name, secret] = Buffer.from(proof, "base64").toString("utf8").split("\0");
      isLoggedIn = name === user && secret === pass;
      if (isLoggedIn) counts.logins++;
      say(isLoggedIn ? answer(235, "2.7.0 Welcome") : answer(535, "5.7.8 Wrong user or password"));
    };

    const beginMail = (rest: string) => {
      if (!isGreeted) return say(answer(503, "5.5.1 EHLO first"));
      if (!isSafe) return say(answer(530, "5.7.0 Only over TLS"));
      if (!isLoggedIn) return say(answer(530, "5.7.0 Log in first"));
      if (from !== null) return say(answer(503, "5.5.1 One message after the other"));
      current = fault?.(++counts.messages) ?? null;
      if (spoiled("mail")) return;
      const path = readPath(rest, "FROM", MAIL_PARAMETERS);
      if (typeof path !== "string") return say(path);
      from = path;
      say(answer(250, "2.1.0 Ok"));
    };

    const addRecipient = (rest: string) => {
      if (from === null || to !== null) return say(answer(503, "5.5.1 Exactly one recipient after MAIL"));
      if (spoiled("rcpt")) return;
      const path = readPath(rest, "TO", NONE);
      if (typeof path !== "string") return say(path);
      const turnedDown = recipient(path);
      if (turnedDown) return say(turnedDown);
      to = path;
      say(answer(250, "2.1.5 Ok"));
    };

    const beginData = () => {
      if (to === null) return say(answer(503, "5.5.1 RCPT first"));
      if (current === "drop-before-data") return socket.resetAndDestroy();
      if (current === "silent-before-data") return;
      if (spoiled("data")) return;
      lines = [];
      say(answer(354, "Go on"));
    };

    const commands: Record<string, (rest: string) => unknown> = {
      EHLO: greet,
      STARTTLS: beginTls,
      AUTH: logIn,
      MAIL: beginMail,
      RCPT: addRecipient,
      DATA: beginData,
      QUIT: leave,
    };

    function hear(line: string) {
      if (lines) {
        if (line === ".") return end(lines);
        lines.push(line);
        if (current === "drop-in-data" && lines.length > 3) socket.resetAndDestroy();
        return;
      }
      const [, verb = "", rest = ""] = /^([A-Z]+)(?: (.*))?$/.exec(line) ?? [];
      const command = commands[verb];
      return command ? command(rest) : say(answer(500, "5.5.2 Unknown command"));
    }

    let heard = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => {
      const parts = (heard + chunk).split("\r\n");
      heard = parts.pop() ?? "";
      if (heard.includes("\n")) return say({ code: 500, words: "5.5.2 A bare line feed", isLast: true });
      for (const line of parts) hear(line);
    });
    if (isNew && !spoiled("greeting")) say(answer(220, "player.example ESMTP"));
  }

  const server = createServer((socket) => {
    counts.connections++;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => {});
    converse(options.tls === "start" ? secure(socket) : socket, options.tls !== "asked");
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const login = user ? `${encodeURIComponent(user)}:${encodeURIComponent(pass ?? "")}@` : "";
  return {
    url: `${options.tls === "start" ? "smtps" : "smtp"}://${login}127.0.0.1:${port}`,
    port,
    taken,
    counts,
    /** Changes what goes wrong from the next message on. */
    setFault: (next: SmtpOptions["fault"]) => {
      fault = next;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
