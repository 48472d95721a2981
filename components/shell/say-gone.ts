/**
 * A form that goes with what it did cannot say so itself: what it says in `data-gone-says` is announced by the page's
 * one `data-said` once it is gone. A refused one stays, and speaks for itself.
 */
export function sayWhatWent(signal: AbortSignal): void {
  let sent: HTMLFormElement | null = null;
  const region = () => document.querySelector("[data-said]");

  document.addEventListener(
    "submit",
    ({ target }) => {
      if (!(target instanceof HTMLFormElement) || !target.dataset.goneSays) return;
      sent = target;
      region()?.replaceChildren();
    },
    { signal },
  );
  const observer = new MutationObserver(() => {
    if (!sent || sent.isConnected) return;
    if (!sent.querySelector("[role=status].error")) region()?.replaceChildren(sent.dataset.goneSays ?? "");
    sent = null;
  });
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
