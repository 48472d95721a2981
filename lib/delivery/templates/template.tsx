import type { CSSProperties, ReactNode } from "react";
import { Body, Button, Container, Head, Html, Preview } from "react-email";
import type { Catalogue } from "@/lib/catalogue";
import type { MessageKind } from "@/lib/domain/messages";

/** The words of one kind of message in one language, and those that every message has. */
export type Words<K extends MessageKind> = Catalogue["every"] & Catalogue[K];

/** A message as it is made of words: subject and text messages are words alone. */
type Written = { body: ReactNode; text: string };

/**
 * The source of a message: its structure, filled with the words of a language. Words hold the marks of markup.ts; of
 * several `sms` the first that fits one segment is sent, so they go from full to short. The preheader is what inboxes
 * show after the subject: nothing that a person typed.
 */
export const template = <K extends MessageKind>(kind: K, write: (words: Words<K>) => Written) => ({
  kind,
  write: (catalogue: Catalogue): Written & Pick<Words<MessageKind>, "subject" | "sms"> => {
    const words = { ...catalogue.every, ...catalogue[kind] };
    return { subject: words.subject, sms: words.sms, ...write(words) };
  },
});

/** A slot inside components. */
export const Slot = ({ name }: { name: string }) => <>{`⟦${name}⟧`}</>;

/** What is there only when the slot is. Children must be whole elements or text. */
export const When = ({ slot, children }: { slot: string; children: ReactNode }) => (
  <>
    {`⟦?${slot}⟧`}
    {children}
    {`⟦/${slot}⟧`}
  </>
);

const FONT = "-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

/** How text looks if nothing else is said; told to each cell that holds some, since Outlook passes it on no further. */
const PROSE = {
  color: "#181b20",
  fontFamily: FONT,
  fontSize: "15px",
  lineHeight: "22px",
  /** A long address breaks rather than widens the sheet; in mail programs that know either word of it. */
  overflowWrap: "break-word",
  wordBreak: "break-word",
} as const;

const SHEET = { background: "#ffffff", border: "1px solid #e1e3e6", borderRadius: "10px" };
const NOTE = { background: "#f3f4f6", borderLeft: "3px solid #2d5ed4", margin: "4px 0 16px" };
const BUTTON = {
  background: "#2d5ed4",
  borderRadius: "8px",
  color: "#ffffff",
  fontSize: "15px",
  fontWeight: 600,
};

const DARK = `@media (prefers-color-scheme:dark){.c,.c>table>tbody>tr>td{background:#0b0c0f!important}.s{background:#121417!important;border-color:#25282c!important}.t{color:#eff0f3!important}.m{color:#aeb1b8!important}.l{color:#94b7fe!important}.r{border-color:#25282c!important}.q{background:#1a1d21!important;border-color:#386be2!important}}`;

/** The sheet every message is written on: the organization's name above, a word about the sender below. */
export function Sheet({
  words,
  sender,
  children,
}: {
  words: { language: string; preheader: string };
  sender: ReactNode;
  children: ReactNode;
}) {
  return (
    <Html lang={words.language} dir="ltr">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{words.preheader}</Preview>
      <Body className="c" lang={words.language} style={{ margin: 0, background: "#f9fafb" }}>
        <Container style={{ maxWidth: "600px", padding: "32px 16px" }}>
          <Box className="s" style={SHEET} padding="28px 32px 32px">
            <Line tone="muted">{sender}</Line>
            {children}
          </Box>
        </Container>
      </Body>
    </Html>
  );
}

/** A table of one cell, as mail programs need it to keep a background around text. */
function Box({ className, style, padding, children }: BoxProps) {
  return (
    <table
      className={className}
      style={style}
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      role="presentation"
    >
      <tbody>
        <tr>
          <td style={{ ...PROSE, padding }}>{children}</td>
        </tr>
      </tbody>
    </table>
  );
}

type BoxProps = { className: string; style: CSSProperties; padding: string; children: ReactNode };

export const Title = ({ children }: { children: ReactNode }) => (
  <h1 className="t" style={{ margin: "12px 0", fontSize: "20px", lineHeight: "28px", fontWeight: 600 }}>
    {children}
  </h1>
);

const MUTED = { color: "#4e535b", fontSize: "13px" };

/** A paragraph; `muted` for what is of less weight. */
export function Line({ tone = "plain", children }: { tone?: "plain" | "muted"; children: ReactNode }) {
  const isMuted = tone === "muted";
  return (
    <p className={isMuted ? "m" : "t"} style={{ margin: "0 0 12px", ...(isMuted && MUTED) }}>
      {children}
    </p>
  );
}

/** The six digits, large. */
export const Digits = () => (
  <p
    className="t"
    style={{
      margin: "0 0 16px",
      fontSize: "32px",
      lineHeight: "40px",
      letterSpacing: "6px",
      fontWeight: 600,
    }}
  >
    <Slot name="code" />
  </p>
);

/** What a person wrote, set apart as theirs. */
export const Note = ({ slot }: { slot: string }) => (
  <Box className="q" style={NOTE} padding="12px 16px 0">
    <Line>{`⟦=${slot}⟧`}</Line>
  </Box>
);

/** The one button, and the same link as text for programs that show no buttons. */
export function Action({ words, label }: { words: { openLink: string }; label: string }) {
  return (
    <>
      <div style={{ margin: "20px 0 16px" }}>
        <Button href="⟦link⟧" style={{ ...BUTTON, padding: "12px 20px" }}>
          {label}
        </Button>
      </div>
      <Line tone="muted">
        {words.openLink}
        <br />
        <Anchor to="⟦link⟧">⟦link⟧</Anchor>
      </Line>
    </>
  );
}

const Anchor = ({ to, children }: { to: string; children: ReactNode }) => (
  <a className="l" href={to} style={{ color: "#214dba", wordBreak: "break-all" }}>
    {children}
  </a>
);

/** Words with one part in <stop>…</stop>, which becomes the link to that slot. */
export function withLink(words: string, to: string): ReactNode {
  const [before, inner, after] = words.split(/<stop>|<\/stop>/);
  return (
    <>
      {before}
      <Anchor to={to}>{inner}</Anchor>
      {after}
    </>
  );
}

export const Rule = () => (
  <hr className="r" style={{ margin: "20px 0 16px", border: 0, borderTop: "1px solid #e1e3e6" }} />
);
