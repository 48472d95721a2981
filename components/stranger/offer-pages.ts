import { type Catalogue, fillWords } from "@/lib/catalogue";
import { type Html, html, say } from "./html";
import { strangerPage } from "./layout";

/** What the page may tell whoever holds the link, and its words for it. */
export type OfferView = {
  words: Catalogue;
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
  /** Ask for a name where one joins: the inviter gave none. */
  asksName: boolean;
};

const titleOf = (view: OfferView) =>
  say(view.words.pages.shared.joinTarget, { target: view.workspace ?? view.organization });

const joinLabel = ({ words: { invitation }, workspace, organization }: OfferView) =>
  workspace
    ? invitation.joinWorkspace
    : fillWords(invitation.joinOrganization, { organizationName: organization });

function waiting(view: OfferView, firstAction: string): Html {
  const { offer } = view.words.pages;
  const [one, many] = view.firstDue ? [offer.oneDue, offer.manyDue] : [offer.one, offer.many];
  const count = String(view.openActions);
  return say(view.openActions === 1 ? one : many, { count, firstAction, day: view.firstDue ?? "" });
}

function facts(view: OfferView): Html {
  const { offer } = view.words.pages;
  return html`<dl>
${view.role && html`<div><dt>${offer.willBe}</dt><dd>${view.role}</dd></div>`}
${view.workspace && html`<div><dt>${offer.can}</dt><dd>${offer.canDo}</dd></div>`}
${view.firstAction && html`<div><dt>${offer.waiting}</dt><dd>${waiting(view, view.firstAction)}</dd></div>`}
<div><dt>${offer.sentTo}</dt><dd>${view.sentTo}</dd></div>
</dl>`;
}

const problem = (message: string | null) => message && html`<p class="bad" role="alert">${message}</p>`;

const heading = ({ words, inviter, workspace, organization }: OfferView) =>
  html`<h1><small>${say(words.pages.offer.invited, { inviter: html`<bdi>${inviter}</bdi>` })}</small>${workspace ?? organization}</h1>`;

const term = ({ words, expires, expiresIn }: OfferView) =>
  html`<p class="soft">${say(words.pages.offer.term, { expires, left: expiresIn })}</p>`;

/** The invitation stays with its address: the ways to have another one invited. */
const elsewhere = ({ words: { pages }, sentTo: address, inviter }: OfferView) =>
  html`<details><summary>${pages.offer.notYou}</summary><p>${say(pages.offer.elsewhere, { address, inviter, signIn: "/sign-in" })}</p></details>`;

/** `name` keeps what was typed. */
const nameField = ({ words, asksName }: OfferView, name: string) => {
  const { yourName } = words.pages.shared;
  return (
    asksName &&
    html`<label for="name">${yourName}</label><input id="name" name="name" maxlength="60" autocomplete="name" value="${name}">`
  );
};

/** The invitation: who invites, to what, as what; one button joins. */
export function offerPage(
  view: OfferView,
  { error = null, name = "" }: { error?: string | null; name?: string } = {},
): string {
  const { offer } = view.words.pages;
  return strangerPage(
    view.words,
    titleOf(view),
    view.organization,
    html`${heading(view)}${problem(error)}${view.note && html`<blockquote>${view.note}</blockquote>`}${facts(view)}
<form method="post">${nameField(view, name)}<button class="main" name="act" value="join">${joinLabel(view)}</button></form>
<form method="post"><button class="plain" name="act" value="decline">${offer.decline}</button></form>${elsewhere(view)}${term(view)}`,
  );
}

/**
 * For an address that proves itself: the code that was sent to it, in this browser. `isSpent`: it does not work any more,
 * and only a new one is offered. `name`, `digits` keep what was typed.
 */
export function codePage(
  view: OfferView,
  {
    error = null,
    isSpent = false,
    name = "",
    digits: typed = "",
  }: { error?: string | null; isSpent?: boolean; name?: string; digits?: string } = {},
): string {
  const { digits } = view.words.pages;
  const named = nameField(view, name);
  return strangerPage(
    view.words,
    digits.title,
    view.organization,
    isSpent
      ? html`<h1>${digits.title}</h1>${problem(error)}<form method="post">${named}<button class="main" name="act" value="again">${digits.again}</button></form>`
      : html`<h1>${digits.heading}</h1>${problem(error)}<p>${say(digits.sent, { address: view.sentTo })}</p>
<form method="post"><label for="digits">${digits.label}</label><input id="digits" name="digits" inputmode="numeric" autocomplete="one-time-code" maxlength="20" value="${typed}" required autofocus>${named}<button class="main" name="act" value="code">${joinLabel(view)}</button><button class="plain" name="act" value="again" formnovalidate>${digits.again}</button></form>`,
  );
}

/**
 * Signed in as somebody else: both addresses, two ways on, nothing attached silently. `hasAsked`: by the second one.
 * Who has joined there already has nothing to ask for: `inside` leads there.
 */
export function otherPage(
  view: OfferView,
  me: { address: string },
  { error = null, hasAsked, inside }: { error?: string | null; hasAsked: boolean; inside: string | null },
): string {
  const { other } = view.words.pages;
  const target = view.workspace ?? view.organization;
  const addresses = { me: html`<b>${me.address}</b>`, address: html`<b>${view.sentTo}</b>` };
  return strangerPage(
    view.words,
    titleOf(view),
    view.organization,
    html`${heading(view)}${problem(error)}${hasAsked && html`<p role="status">${other.asked}</p>`}<p>${say(other.signedIn, addresses)}</p>
${inside && html`<p>${say(other.inside, { target, open: inside })}</p>`}<form method="post"><button class="main" name="act" value="switch">${other.change}</button></form>
${!(hasAsked || inside) && html`<form method="post"><button name="act" value="ask">${say(other.ask, { inviter: view.inviter, me: me.address })}</button></form>`}${term(view)}`,
  );
}

/** One page for every link that opens nothing; it says nothing about why. `isAsked`: for a new one. */
export function deadPage(words: Catalogue, { isAsked = false } = {}): string {
  const { shared, dead } = words.pages;
  return strangerPage(
    words,
    dead.heading,
    null,
    html`<h1>${dead.heading}</h1>${
      isAsked
        ? html`<p role="status">${dead.sent}</p>`
        : html`<p>${dead.why}</p>
<form method="post"><button class="main" name="act" value="new-link">${dead.again}</button></form><p class="soft">${dead.goes}</p>`
    }<p>${say(shared.signIn, { signIn: "/sign-in" })}</p><p class="soft">${dead.questions}</p>`,
  );
}

/** After "No thanks". */
export function declinedPage({ words, organization, inviter }: OfferView): string {
  const { declined } = words.pages;
  return strangerPage(
    words,
    declined.title,
    organization,
    html`<h1>${declined.heading}</h1><p>${say(declined.seen, { inviter })}</p>`,
  );
}
