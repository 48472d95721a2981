import { describe, expect, test } from "vitest";
import { languages } from "@/lib/domain/languages";
import { templateVersions } from "@/lib/domain/messages";
import { kinds, sample, sampleSetting, sampleValues } from "@/tests/samples/messages";
import * as compiled from "./compiled/all";
import { envelopeOf } from "./envelope";
import { gsmUnits, SEGMENT_UNITS } from "./gsm";
import { renderMessage } from "./render";

const render = (message: ReturnType<typeof sample>) => renderMessage(message, sampleSetting);
const tagsOf = (html: string) => html.match(/<[^>]*>/g)?.filter((tag) => tag !== "<br/>") ?? [];
const linksOf = (html: string) => [...html.matchAll(/href='([^']*)'/g)].map(([, href]) => href);

describe.each(kinds)("%s", (kind) => {
  const email = render(sample(kind));

  const written = Object.values(compiled)
    .filter((one) => one.kind === kind)
    .map(({ version, language }) => [version, language] as const);

  test("its newest version is there in every language", () => {
    const newest = written.filter(([version]) => version === templateVersions[kind]);
    expect(newest.map(([, language]) => language).sort()).toEqual([...languages].sort());
  });

  test.each(written)("is written as version %i in %s was", async (templateVersion, language) => {
    const message = sample(kind, { templateVersion, language });
    const { subject, html, text } = render(message);
    const sms = render({ ...message, channel: "sms", address: "+14155550134" }).text;
    const name = `golden/${kind}.v${templateVersion}.${language}`;
    await expect(html).toMatchFileSnapshot(`${name}.html.txt`);
    await expect(`${subject}\n\n${text}\n---\n${sms}\n`).toMatchFileSnapshot(`${name}.txt`);
  });

  test.each(languages)(
    "fits every mail program in %s: small, tables, pixels, both colour schemes, a text part",
    (language) => {
      const email = render(sample(kind, { language }));
      expect(Buffer.byteLength(email.html)).toBeLessThanOrEqual(20_000);
      expect(email.html).not.toMatch(/display:\s*(flex|grid)|\d(rem|vw)|<script|<img|url\(/);
      expect(email.html.match(/<table/g)?.length).toBe(email.html.match(/role='presentation'/g)?.length);
      expect(email.html).toContain("name='color-scheme' content='light dark'");
      expect(new Set(email.html.match(/ lang='[^']*'/g))).toEqual(new Set([` lang='${language}'`]));
      expect(email.text.length).toBeGreaterThan(80);
      expect(`${email.html}${email.text}${email.subject}`).not.toMatch(/[⟦⟧]|undefined|null/);
    },
  );

  const HOSTILE = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onclick='alert(1)`,
    "https://evil.example/?a=1&b=2",
    "x\r\nBcc: victim@example.com\r\n\r\nbody",
    "⟦link⟧⟦/note⟧⟦?role⟧",
    "<!-- --> ]]> </style> </td>",
    "$& $1 \\u003c &lt;b&gt; &#60;",
    "a\u2028b\u2029c\u0000d\u009fe",
  ];
  const typed = Object.entries(sampleValues[kind]).filter(
    ([name, value]) =>
      typeof value === "string" && !["expiresAt", "expiresOn", "path", "codeId"].includes(name),
  );

  test.each(typed)("whatever %s holds, it is text and nothing else", (name) => {
    for (const hostile of HOSTILE) {
      const message = sample(kind, { values: { [name]: hostile } });
      const { subject, html, text } = render(message);
      expect(tagsOf(html)).toEqual(tagsOf(email.html));
      expect(linksOf(html)).toEqual(linksOf(email.html));
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(text).not.toMatch(/^Bcc:/m);
      expect(envelopeOf(message, { ...sampleSetting, mailFrom: "invites@foyer.example" }).from).toMatch(
        /^"[^"\\<>@\p{Cc}]+" <invites@foyer\.example>$/u,
      );
    }
  });
});

test("the same message gives the same bytes", () => {
  expect(render(sample("invitation"))).toEqual(render(structuredClone(sample("invitation"))));
});

test("a note reaches neither subject nor preview, and nothing in it can be followed", () => {
  const note = "Pay at www.evil.example or https://evil.example/pay or mail me@evil.example";
  const { subject, html, text } = render(sample("invitation", { values: { note } }));
  expect(subject).not.toContain("Pay");
  expect(html.slice(0, html.indexOf("<h1"))).not.toContain("Pay");
  expect(html).toContain("Pay at");
  expect(`${html}${text}`).not.toMatch(/evil\.example|https:\/\/evil|me@evil/);
});

test("an invitation has one button, the link as text, and a way to stop the sender", () => {
  const { html, text } = render(sample("invitation"));
  const [button, link, stop, ...rest] = linksOf(html);
  expect(rest).toEqual([]);
  expect(button).toMatch(/^https:\/\/portal\.northwind\.example\/invite\/[\w-]{71}$/);
  expect(link).toBe(button);
  expect(html).toContain(`>${button}</a>`);
  expect(stop).toMatch(/^https:\/\/portal\.northwind\.example\/stop\/[\w-]{71}$/);
  expect(text).toContain(button);
  expect(text).toContain("> Hi Priya,\n> two quick documents");
});

test("what is not there leaves no gap: no role, note, action or workspace", () => {
  const bare = { workspaceName: null, roleName: null, note: null, firstAction: null };
  const { subject, html, text } = render(sample("invitation", { values: bare }));
  expect(subject).toBe("Ada Lovelace invited you to Northwind Advisory");
  expect(html).toContain("Join Northwind Advisory");
  expect(`${html}${text}`).not.toMatch(/Waiting for you|wrote:|Join Workspace| as \.| the workspace/);
  expect(text).not.toMatch(/\n{3}/);
});

test("a code is six digits; its link is only for e-mail", () => {
  const email = render(sample("sign_in_code"));
  expect(email.subject).toMatch(/^Your sign-in code is \d{6}$/);
  expect(linksOf(email.html)[0]).toMatch(/\/sign-in\/link\/[\w-]{71}$/);
  expect(linksOf(render(sample("sign_in_code", { values: { withLink: false } })).html)).toEqual([]);
  expect(render(sample("sign_in_code", { channel: "sms" })).text).not.toContain("http");
});

test.each([
  ["Ada Lovelace", "Acme Corp onboarding"],
  ["Łukasz Żółć", "“Überprüfung” – 2026"],
  ["A".repeat(60), "B".repeat(60)],
])(
  "an invitation by text fits one segment, with a short link and how to stop: %s to %s",
  (inviterName, workspaceName) => {
    const values = { inviterName, workspaceName };
    for (const language of languages) {
      const message = sample("invitation", { channel: "sms", address: "+14155550134", values, language });
      const { text } = render(message);
      expect(gsmUnits(text)).toBeLessThanOrEqual(SEGMENT_UNITS);
      expect(text).toMatch(/example\/i\/[\w-]{44} .*STOP.* Ref [0-9A-F]{8}$/);
    }
  },
);

const sampleText = (appUrl: string, language: string, version?: number) => {
  const ofVersion = version ? { templateVersion: version } : {};
  const message = sample("invitation", { channel: "sms", address: "+14155550134", language, ...ofVersion });
  return renderMessage(message, { ...sampleSetting, appUrl }).text.replace(/[\w-]{44,71}/, "…");
};

test("an invitation by text says who, where, until when and how to stop; with a longer address of the portal not until when", () => {
  expect(sampleText("https://nw.co", "en")).toBe(
    "Ada Lovelace invited you to Acme Corp onboarding: https://nw.co/i/… Until Nov 29. STOP to opt out. Ref 00000002",
  );
  expect(sampleText("https://nw.co", "de")).toBe(
    "Ada Lovelace hat Sie zu Acme Corp onboarding eingeladen: https://nw.co/i/… Bis 29. Nov. Abmelden: STOP. Ref 00000002",
  );
  expect(sampleText("https://portal.northwind.example", "en")).toBe(
    "Ada Lovelace invited you to Acme Corp onboarding: https://portal.northwind.example/i/… Opt out: STOP. Ref 00000002",
  );
  expect(sampleText("https://portal.northwind.example", "de")).toBe(
    "Ada Lovelace lädt Sie zu Acme Corp onboarding ein: https://portal.northwind.example/i/… Abmelden: STOP. Ref 00000002",
  );
  expect(sampleText("https://nw.co", "en", 4)).toBe(
    "Ada Lovelace invited you: https://nw.co/i/… Until Nov 29. STOP to opt out. Ref 00000002",
  );
  expect(sampleText("https://nw.co", "en", 2)).toContain("https://nw.co/invite/…");
});

test("German is German throughout: words, button and date", () => {
  const { subject, html, text } = render(sample("invitation", { language: "de" }));
  expect(subject).toBe("Ada Lovelace hat Sie zu Acme Corp onboarding eingeladen");
  expect(html).toContain(">Workspace beitreten<");
  expect(text).toContain("Der Link gilt bis 29. November 2026, 14:05 Uhr UTC.");
  const portal = render(sample("invitation", { language: "de", values: { workspaceName: null } }));
  expect(portal.html).toContain(">Northwind Advisory beitreten<");
  expect(render(sample("action_ready", { language: "de" })).text).toContain(" und 1 weitere.");
});

test("what there is no template of in a language is written in English, its dates too", () => {
  for (const language of ["fr", "", "__proto__"])
    expect(render(sample("invitation", { language }))).toEqual(render(sample("invitation")));
  const old = { templateVersion: 1, language: "de" };
  expect(render(sample("internal_requested", old)).subject).toMatch(/asks you to invite a colleague/);
});

test.each(kinds)(
  "a text message of kind %s names itself at its end, and its invitation elsewhere",
  (kind) => {
    const { text } = render(sample(kind, { channel: "sms", address: "+14155550134" }));
    expect(text).toMatch(/ Ref 00000002$/);
    expect(gsmUnits(text)).toBeLessThanOrEqual(SEGMENT_UNITS);
  },
);

test.each(kinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
  "of kind %s in %s a text message fits one segment with the longest names too",
  (kind, language) => {
    const named = Object.keys(sampleValues[kind]).filter(
      (name) => name.endsWith("Name") || name === "actionTitle",
    );
    const values = Object.fromEntries(named.map((name) => [name, "W".repeat(60)]));
    const { text } = render(sample(kind, { channel: "sms", address: "+14155550134", values, language }));
    expect(gsmUnits(text)).toBeLessThanOrEqual(SEGMENT_UNITS);
    expect(text).toHaveLength(gsmUnits(text));
  },
);

test("where no wording fits one segment, the shortest goes out", () => {
  const setting = { ...sampleSetting, appUrl: `https://${"long-".repeat(12)}.northwind.example` };
  const { text } = renderMessage(sample("invitation", { channel: "sms", address: "+14155550134" }), setting);
  expect(gsmUnits(text)).toBeGreaterThan(SEGMENT_UNITS);
  expect(text).toMatch(/^You are invited: https:/);
});

test("a name no seven-bit alphabet can write is kept as it is", () => {
  const { text } = render(sample("invitation", { channel: "sms", values: { inviterName: "李雷" } }));
  expect(text).toContain("Ref");
});

test.each([
  ["an unknown kind", { kind: "nonsense" }],
  ["an unknown version", { templateVersion: 99 }],
  ["a value of the wrong type", { values: { inviterName: 7 } }],
  ["no time", { values: { expiresAt: "never" } }],
  ["a key nobody has", { values: { keyId: 1_000 } }],
])("refuses a message with %s", (_, change) => {
  expect(() => render(sample("invitation", change))).toThrow();
});

test("only messages that invite can be stopped by the mail program; text messages and version 1 have no headers", () => {
  const sender = { ...sampleSetting, mailFrom: "invites@foyer.example" };
  const withHeaders = kinds.filter(
    (kind) => Object.keys(envelopeOf(sample(kind), sender).headers).length > 0,
  );
  expect(withHeaders).toEqual(["invitation", "invitation_reminder"]);
  expect(envelopeOf(sample("invitation", { templateVersion: 1 }), sender).headers).toEqual({});
  expect(
    envelopeOf(sample("invitation", { channel: "sms", address: "+14155550134" }), sender).headers,
  ).toEqual({});
});

test("only the third message about an invitation calls itself a reminder", () => {
  const subject = (sends: number) => render(sample("invitation_reminder", { values: { sends } })).subject;
  expect(subject(2)).toBe("Ada Lovelace invited you to Acme Corp onboarding");
  expect(subject(3)).toBe("Reminder: Ada Lovelace invited you to Acme Corp onboarding");
});

test("a notice about one invitation names the person", () => {
  const { subject } = render(sample("invitations_expiring", { values: { count: 1 } }));
  expect(subject).toBe("The invitation of Priya Shah to Acme Corp onboarding expires on Nov 29");
  expect(render(sample("invitations_expiring")).subject).toBe(
    "3 invitations to Acme Corp onboarding expire on Nov 29",
  );
});
