/** The form "Search" opens the menu of commands, whose code is loaded then; when it cannot be, it leads to the timeline. */
export function listenToCommands(signal: AbortSignal): void {
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.dataset.commands) return;
      event.preventDefault();
      const org = form.dataset.commands;
      void import("./command-menu").then(
        ({ openCommands }) => openCommands(org),
        () => form.submit(),
      );
    },
    { signal },
  );
}
