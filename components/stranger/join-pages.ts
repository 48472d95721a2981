import { catalogueIn } from "@/lib/catalogue";
import { type Html, html } from "./html";
import { strangerPage } from "./layout";

/** What the page may tell whoever holds the link, and what it tells a signed-in person about themselves. */
export type JoinView = {
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
  if (view.mode === "request") return "Request to Join";
  return view.workspace ? "Join Workspace" : `Join ${view.organization}`;
};

const what = (view: JoinView) => {
  if (view.mode === "join") return "You join right away.";
  return `You ask to join; ${view.workspace ? "a member" : "an admin"} approves.`;
};

const page = (title: string, view: JoinView, body: Html) =>
  strangerPage(catalogueIn("en"), title, view.organization, body);

/** What the link leads to, and the way in: as who is signed in, or with an address to prove. */
export function joinPage(view: JoinView, said: JoinSaid = {}): string {
  const { visitor } = view;
  return page(
    `Join ${targetOf(view)}`,
    view,
    html`<h1><small>You can join</small>${targetOf(view)}</h1>${problem(said)}<dl><div><dt>How</dt><dd>${what(view)}</dd></div></dl>${visitor?.address ? asVisitor(view, visitor.address, said) : null}${
      visitor &&
      !visitor.address &&
      html`<p>You are signed in as ${visitor.signedInAs}. This link is for other addresses.</p>`
    }${addressForm(view, said)}`,
  );
}

function asVisitor(view: JoinView, address: string, { form }: JoinSaid): Html {
  const name = view.visitor?.name ?? null;
  return html`<form method="post">${
    name === null &&
    html`<label for="name">Your name</label><input id="name" name="name" maxlength="60" autocomplete="name" required value="${form?.name ?? ""}">`
  }<p class="soft">You are signed in with ${address}.</p><button class="main" name="act" value="join">${
    name === null ? actLabel(view) : `Continue as ${name}`
  }</button></form>`;
}

function addressForm(view: JoinView, { form }: JoinSaid): Html {
  const isSecond = Boolean(view.visitor?.address);
  const field = html`<form method="post"><label for="address">Email or phone number</label><input id="address" name="address" maxlength="320" autocomplete="username" required value="${form?.act === "address" ? (form.address ?? "") : ""}"><p class="soft">We send a six-digit code to it.</p><button class="${isSecond ? "" : "main"}" name="act" value="address">Continue</button></form>`;
  return isSecond ? html`<details><summary>Use another address</summary>${field}</details>` : field;
}

/** For the address that was typed: the code that was sent to it, in this browser. */
export function digitsPage(view: JoinView, address: string, said: JoinSaid = {}): string {
  return page(
    "Enter your code",
    view,
    html`<h1>Enter the code we sent</h1>${problem(said)}<p>A code is on its way to ${address}. It works for 10 minutes, in this browser.</p>
<form method="post"><label for="digits">Code</label><input id="digits" name="digits" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required autofocus><button class="main" name="act" value="code">${actLabel(view)}</button></form>
<form method="post"><button class="plain" name="act" value="again">Send a new code</button></form><p><a href="?">Use another address</a></p>`,
  );
}

const headings: Record<string, string> = {
  declined: "was declined",
  expired: "ran out",
};

/** Where one's own request stands. */
export function askedPage(view: JoinView, said: JoinSaid = {}): string {
  const { status = "pending", reason = null, mayAskAgain = false } = view.request ?? {};
  const about = html`<p class="soft">It is about ${targetOf(view)}.</p>`;
  if (status === "pending")
    return page(
      "Request to join",
      view,
      html`<h1>Your request is with ${view.organization}</h1>${problem(said)}<p>You will get ${view.request?.kind === "phone" ? "a text message" : "an email"}. You can close this page.</p>${about}
<form method="post"><button class="plain" name="act" value="withdraw">Withdraw request</button></form>`,
    );
  return page(
    "Request to join",
    view,
    html`<h1>Your request ${headings[status] ?? "was answered"}</h1>${problem(said)}${
      reason && html`<blockquote>${reason}</blockquote>`
    }${status === "expired" && html`<p>Nobody answered it within 14 days.</p>`}${about}${
      mayAskAgain &&
      html`<form method="post"><button class="main" name="act" value="join">Ask again</button></form>`
    }`,
  );
}

/** After "Withdraw request". */
export const withdrawnPage = (view: JoinView): string =>
  page(
    "Request withdrawn",
    view,
    html`<h1>You withdrew your request</h1><p>Nothing else happens. You can close this page, or <a href="?">ask again</a>.</p>`,
  );

/** One page for every link that opens nothing; it says nothing about why. */
export const deadJoinPage = (): string =>
  strangerPage(
    catalogueIn("en"),
    "This link no longer works",
    null,
    html`<h1>This link no longer works</h1><p>Ask the person who shared it.</p><p>Already have an account? <a href="/sign-in">Sign in</a></p>`,
  );
