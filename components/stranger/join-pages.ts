import { type Catalogue, fillWords } from "@/lib/catalogue";
import { type Html, html, say } from "./html";
import { strangerPage } from "./layout";

/** What the page may tell whoever holds the link, what it tells a signed-in person about themselves, and its words. */
export type JoinView = {
  words: Catalogue;
  organization: string;
  /** Null for the organization's own link. */
  workspace: string | null;
  mode: "request" | "join";
  visitor: { name: string | null; address: string | null; signedInAs: string } | null;
  request: {
    status: string;
    kind: "email" | "phone";
    reason: string | null;
    mayAskAgain: boolean;
  } | null;
};

/** What went wrong, and what had been typed. */
export type JoinSaid = { error?: string; form?: Record<string, string> };

const targetOf = ({ workspace, organization }: JoinView) => workspace ?? organization;

const problem = ({ error }: JoinSaid) =>
  error !== undefined && html`<p class="bad" role="alert">${error}</p>`;

const actLabel = (view: JoinView) => {
  const { pages, invitation } = view.words;
  if (view.mode === "request") return pages.join.request;
  if (view.workspace) return invitation.joinWorkspace;
  return fillWords(invitation.joinOrganization, { organizationName: view.organization });
};

const what = ({ mode, workspace, words: { pages } }: JoinView) => {
  if (mode === "join") return pages.join.atOnce;
  return workspace ? pages.join.askMember : pages.join.askAdmin;
};

const page = (title: Html | string, view: JoinView, body: Html) =>
  strangerPage(view.words, title, view.organization, body);

/** What the link leads to, and the way in: as who is signed in, or with an address to prove. */
export function joinPage(view: JoinView, said: JoinSaid = {}): string {
  const { join, shared } = view.words.pages;
  const { visitor } = view;
  return page(
    say(shared.joinTarget, { target: targetOf(view) }),
    view,
    html`<h1><small>${join.youCan}</small>${targetOf(view)}</h1>${problem(said)}<dl><div><dt>${join.how}</dt><dd>${what(view)}</dd></div></dl>${visitor?.address ? asVisitor(view, visitor.address, said) : null}${
      visitor && !visitor.address && html`<p>${say(join.notYours, { address: visitor.signedInAs })}</p>`
    }${addressForm(view, said)}`,
  );
}

function asVisitor(view: JoinView, address: string, { form }: JoinSaid): Html {
  const { join, shared } = view.words.pages;
  const name = view.visitor?.name ?? null;
  return html`<form method="post">${
    name === null &&
    html`<label for="name">${shared.yourName}</label><input id="name" name="name" maxlength="60" autocomplete="name" required value="${form?.name ?? ""}">`
  }<p class="soft">${say(join.signedIn, { address })}</p><button class="main" name="act" value="join">${
    name === null ? actLabel(view) : say(join.continueAs, { name })
  }</button></form>`;
}

function addressForm(view: JoinView, { form }: JoinSaid): Html {
  const { join, shared } = view.words.pages;
  const isSecond = Boolean(view.visitor?.address);
  const field = html`<form method="post"><label for="address">${shared.address}</label><input id="address" name="address" maxlength="320" autocomplete="username" required value="${form?.act === "address" ? (form.address ?? "") : ""}"><p class="soft">${join.sixDigits}</p><button class="${isSecond ? "" : "main"}" name="act" value="address">${shared.onward}</button></form>`;
  return isSecond ? html`<details><summary>${shared.another}</summary>${field}</details>` : field;
}

/**
 * For the address that was typed: the code that was sent to it, in this browser; of one that is `spent`, only a new one.
 * Asks everybody for a name, and nobody must give one: the page tells nothing about who has the address.
 */
export function digitsPage(
  view: JoinView,
  { address, spent }: { address: string; spent: string | null },
  said: JoinSaid = {},
): string {
  const { digits, join, shared } = view.words.pages;
  const typed = (said.form?.act === "code" && said.form.digits) || "";
  const named = html`<label for="name">${join.nameIfNew}</label><input id="name" name="name" maxlength="60" autocomplete="name" value="${said.form?.name ?? ""}">`;
  const another = html`<p><a href="?">${shared.another}</a></p>`;
  return page(
    digits.title,
    view,
    spent
      ? html`<h1>${digits.title}</h1>${problem(said)}<form method="post">${named}<button class="main" name="act" value="again">${digits.again}</button></form>${another}`
      : html`<h1>${digits.heading}</h1>${problem(said)}<p>${say(digits.sent, { address })}</p>
<form method="post"><label for="digits">${digits.label}</label><input id="digits" name="digits" inputmode="numeric" autocomplete="one-time-code" maxlength="20" value="${typed}" required autofocus>${named}<button class="main" name="act" value="code">${actLabel(view)}</button><button class="plain" name="act" value="again" formnovalidate>${digits.again}</button></form>${another}`,
  );
}

function answered({ asked }: Catalogue["pages"], status: string): string {
  if (status === "declined") return asked.wasDeclined;
  return status === "expired" ? asked.ranOut : asked.wasAnswered;
}

/** Where one's own request stands. */
export function askedPage(view: JoinView, said: JoinSaid = {}): string {
  const { pages } = view.words;
  const { asked } = pages;
  const { status = "pending", reason = null, mayAskAgain = false } = view.request ?? {};
  const about = html`<p class="soft">${say(asked.about, { target: targetOf(view) })}</p>`;
  if (status === "pending")
    return page(
      asked.title,
      view,
      html`<h1>${say(asked.waits, { organization: view.organization })}</h1>${problem(said)}<p>${view.request?.kind === "phone" ? asked.byText : asked.byEmail}</p>${about}
<form method="post"><button class="plain" name="act" value="withdraw">${asked.withdraw}</button></form>`,
    );
  return page(
    asked.title,
    view,
    html`<h1>${answered(pages, status)}</h1>${problem(said)}${
      reason && html`<blockquote>${reason}</blockquote>`
    }${status === "expired" && html`<p>${asked.nobody}</p>`}${about}${
      mayAskAgain &&
      html`<form method="post"><button class="main" name="act" value="join">${asked.again}</button></form>`
    }`,
  );
}

/** After "Withdraw request". */
export function withdrawnPage(view: JoinView): string {
  const { asked } = view.words.pages;
  return page(
    asked.withdrawnTitle,
    view,
    html`<h1>${asked.withdrawn}</h1><p>${say(asked.nothing, { again: "?" })}</p>`,
  );
}

/** One page for every link that opens nothing; it says nothing about why. */
export function deadJoinPage(words: Catalogue): string {
  const { join, shared } = words.pages;
  return strangerPage(
    words,
    join.deadHeading,
    null,
    html`<h1>${join.deadHeading}</h1><p>${join.deadAsk}</p><p>${say(shared.signIn, { signIn: "/sign-in" })}</p>`,
  );
}
