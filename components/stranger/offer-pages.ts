import { html } from "./html";
import { strangerPage } from "./layout";

/** What the page may tell whoever holds the link. */
export type OfferView = {
  organization: string;
  inviter: string;
  /** Null for an invitation to the portal itself. */
  workspace: string | null;
  role: string | null;
  firstAction: string | null;
  openActions: number;
  firstDue: string | null;
  note: string | null;
  sentTo: string;
  expires: string;
  expiresIn: string;
  /** Ask for a name: the inviter gave none. */
  asksName: boolean;
};

const targetOf = (view: OfferView) => view.workspace ?? view.organization;
const joinLabel = (view: OfferView) => (view.workspace ? "Join Workspace" : `Join ${view.organization}`);

const facts = (view: OfferView) => html`<dl>
${view.role && html`<div><dt>You will be</dt><dd>${view.role}</dd></div>`}
${view.workspace && html`<div><dt>You can</dt><dd>see the workspace and complete your actions</dd></div>`}
${
  view.firstAction &&
  html`<div><dt>Waiting</dt><dd>${view.openActions} action${view.openActions === 1 ? "" : "s"}: ${view.firstAction}${view.firstDue && `, due ${view.firstDue}`}</dd></div>`
}
<div><dt>Sent to</dt><dd>${view.sentTo}</dd></div>
</dl>`;

const problem = (message: string | null) => message && html`<p class="bad" role="alert">${message}</p>`;

const heading = (view: OfferView) =>
  html`<h1><small><bdi>${view.inviter}</bdi> invited you to</small>${targetOf(view)}</h1>`;

const term = (view: OfferView) =>
  html`<p class="soft">This link works until ${view.expires} (${view.expiresIn}).</p>`;

/** The invitation stays with its address: the ways to have another one invited. */
const elsewhere = (view: OfferView) =>
  html`<details><summary>Not you? Use another address</summary><p>This invitation is for ${view.sentTo} only. If you have an account with another address, <a href="/sign-in">sign in</a>, open this link again and ask ${view.inviter} to invite that address instead. If you have none, ask ${view.inviter} for an invitation to the right address.</p></details>`;

/** The invitation: who invites, to what, as what; one button joins. `name` keeps what was typed. */
export function offerPage(
  view: OfferView,
  { error = null, name = "" }: { error?: string | null; name?: string } = {},
): string {
  return strangerPage(
    `Join ${targetOf(view)}`,
    view.organization,
    html`${heading(view)}${problem(error)}${view.note && html`<blockquote>${view.note}</blockquote>`}${facts(view)}
<form method="post">${view.asksName && html`<label for="name">Your name</label><input id="name" name="name" maxlength="60" autocomplete="name" value="${name}">`}<button class="main" name="act" value="join">${joinLabel(view)}</button></form>
<form method="post"><button class="plain" name="act" value="decline">No thanks</button></form>${elsewhere(view)}${term(view)}`,
  );
}

/** For an address that proves itself: the code that was sent to it, in this browser. `name` keeps what was typed. */
export function codePage(
  view: OfferView,
  { error = null, name = "" }: { error?: string | null; name?: string } = {},
): string {
  const kept = name !== "" && html`<input type="hidden" name="name" value="${name}">`;
  return strangerPage(
    "Enter your code",
    view.organization,
    html`<h1>Enter the code we sent</h1>${problem(error)}<p>A code is on its way to ${view.sentTo}. It works for 10 minutes, in this browser.</p>
<form method="post">${kept}<label for="digits">Code</label><input id="digits" name="digits" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required autofocus><button class="main" name="act" value="code">${joinLabel(view)}</button></form>
<form method="post">${kept}<button class="plain" name="act" value="again">Send a new code</button></form>`,
  );
}

/** Signed in as somebody else: both addresses, two ways on, nothing attached silently. */
export function otherPage(
  view: OfferView,
  me: { name: string; address: string },
  said: string | null = null,
): string {
  return strangerPage(
    `Join ${targetOf(view)}`,
    view.organization,
    html`${heading(view)}${said && html`<p role="status">${said}</p>`}<p>You are signed in as <b>${me.address}</b>. This invitation is for <b>${view.sentTo}</b>.</p>
<form method="post"><button class="main" name="act" value="switch">Switch account</button></form>
<form method="post"><button name="act" value="ask">Ask ${view.inviter} to invite ${me.address} instead</button></form>${term(view)}`,
  );
}

/** One page for every link that opens nothing; it says nothing about why. */
export function deadPage(said: string | null = null): string {
  return strangerPage(
    "This invitation link no longer works",
    null,
    html`<h1>This invitation link no longer works</h1>${
      said
        ? html`<p role="status">${said}</p>`
        : html`<p>It may have expired, been replaced or already been used.</p>
<form method="post"><button class="main" name="act" value="new-link">Send me a new link</button></form><p class="soft">It goes to the address that was invited.</p>`
    }<p>Already have an account? <a href="/sign-in">Sign in</a></p><p class="soft">Questions? Reply to the message you received.</p>`,
  );
}

/** After "No thanks". */
export const declinedPage = (view: OfferView): string =>
  strangerPage(
    "Invitation declined",
    view.organization,
    html`<h1>You declined the invitation</h1><p>${view.inviter} will see that. Nothing else happens; you can close this page.</p>`,
  );

/** "I don't know this sender": one button, then never again. */
export function stopPage(isDone: boolean): string {
  return strangerPage(
    "Stop invitations",
    null,
    isDone
      ? html`<h1>You will get no more invitations</h1><p>Nothing more is sent to this address by this organization. You can close this page.</p>`
      : html`<h1>You don't know this sender?</h1><p>Press the button and this organization cannot send invitations to your address again. Nobody is told.</p>
<form method="post"><button class="main" name="act" value="stop">Stop invitations</button></form>`,
  );
}
