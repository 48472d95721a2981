import { sayHere } from "./words-here";

const PATIENCE_MS = 5_000;

const newcomers = () =>
  [...document.querySelectorAll<HTMLElement>("[data-new]")].map(({ dataset }) => dataset.new ?? "");

/** Called before the page is refreshed: says what came to be marked "New", and leads up to it when it is out of sight. */
export function announceArrivals(): void {
  const status = document.querySelector("[data-arrivals]");
  if (!status) return;
  const before = new Set(newcomers());
  const observer = new MutationObserver(() => {
    const fresh = newcomers().filter((name) => !before.has(name));
    if (fresh.length === 0) return;
    observer.disconnect();
    status.textContent =
      fresh.length === 1 ? sayHere("added", fresh[0]) : sayHere("addedTo", String(fresh.length));
    leadUp(fresh.length);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE_MS);
}

/** A button over the list, while its top is scrolled away. */
function leadUp(count: number): void {
  const list = document.getElementById("main");
  if (!list || list.scrollTop === 0) return;
  document.querySelector(".pill-new")?.remove();
  const pill = document.createElement("button");
  pill.type = "button";
  pill.className = "btn pill-new";
  pill.textContent = sayHere("fresh", String(count));
  const leave = () => list.scrollTop < 1 && pill.remove();
  pill.addEventListener("click", () => list.scrollTo({ top: 0 }));
  list.addEventListener("scroll", leave);
  list.append(pill);
}
