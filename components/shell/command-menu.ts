import "./command-menu.css";
import { sayHere } from "./words-here";

const PAUSE_MS = 120;

type Command = { name: string; kind: string; href?: string; act?: () => void };

/** What the page offers to do, and where the side bar leads. */
function commandsHere(): Command[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".side a.side-item")];
  const screens = links.map((link) => ({
    name: link.querySelector("span")?.textContent ?? "",
    kind: sayHere("screen"),
    href: link.href,
  }));
  const invite = document.querySelector<HTMLElement>('[data-key="i"] button');
  const acts = invite ? [{ name: sayHere("invite"), kind: sayHere("here"), act: () => invite.click() }] : [];
  return [...acts, ...screens];
}

/** One's own workspaces whose names hold the text; none while nothing answers. */
async function findWorkspaces(org: string, find: string): Promise<Command[]> {
  const response = await fetch(`/${org}/timeline/workspaces?find=${encodeURIComponent(find)}`);
  if (!response.ok) return [];
  const { workspaces } = (await response.json()) as { workspaces: { id: string; name: string }[] };
  return workspaces.map(({ id, name }) => ({ name, kind: sayHere("workspace"), href: `/${org}/w/${id}` }));
}

function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A link, or a button for what the page does itself; either closes the menu first. */
function itemOf({ name, kind, href, act }: Command, close: () => void): HTMLLIElement {
  const words = [make("bdi", { class: "truncate" }, name), make("span", { class: "commands-kind" }, kind)];
  const target = href
    ? make("a", { href, class: "menu-item" }, ...words)
    : make("button", { type: "button", class: "menu-item" }, ...words);
  target.addEventListener("click", () => {
    close();
    act?.();
  });
  return make("li", {}, target);
}

function makeMenu() {
  const label = sayHere("goTo");
  const field = make("input", {
    ...{ type: "search", class: "input", "aria-label": label, placeholder: `${label}…` },
    ...{ maxlength: "100", autocomplete: "off", enterkeyhint: "go" },
  });
  const form = make("form", { class: "commands-find" }, field);
  const list = make("ul", { class: "commands-list" });
  const status = make("p", { role: "status" });
  const look = { class: "dialog commands", closedby: "any", "aria-label": sayHere("search") };
  return { dialog: make("dialog", look, form, list, status), form, field, list, status };
}

/**
 * Opens the menu over the page: goes to a screen or workspace by its name, or does what the page offers. Arrows move,
 * Enter takes the first or the focused; closed, nothing of it is left.
 */
export function openCommands(org: string): void {
  const { dialog, form, field, list, status } = makeMenu();
  const here = commandsHere();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (find: string, workspaces: Command[]) => {
    const fits = ({ name }: Command) => name.toLowerCase().includes(find.toLowerCase());
    const shown = [...here.filter(fits), ...workspaces];
    list.replaceChildren(...shown.map((command) => itemOf(command, () => dialog.close())));
    status.className = shown.length > 0 ? "sr-only" : "commands-none";
    status.textContent = shown.length > 0 ? sayHere("found", String(shown.length)) : sayHere("none", find);
  };

  const search = async (find: string) => {
    const found = await findWorkspaces(org, find).catch(() => []);
    if (find === field.value.trim()) show(find, found);
  };

  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const targets = [field, ...list.querySelectorAll<HTMLElement>("a, button")];
    const at = targets.findIndex((target) => target.matches(":focus"));
    targets[(at + by + targets.length) % targets.length]?.focus();
  };

  field.addEventListener("input", () => {
    const find = field.value.trim();
    clearTimeout(timer);
    show(find, []);
    if (find) timer = setTimeout(search, PAUSE_MS, find);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector<HTMLElement>("a, button")?.click();
  });
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("close", () => dialog.remove());
  show("", []);
  document.body.append(dialog);
  dialog.showModal();
}
