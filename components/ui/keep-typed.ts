/** A form is emptied once it is answered; one that was refused, and says so, keeps what was typed. */
export function keepTyped(signal: AbortSignal): void {
  document.addEventListener(
    "reset",
    (event) => {
      const form = event.target;
      if (form instanceof HTMLFormElement && form.querySelector("[role=status].error"))
        event.preventDefault();
    },
    { signal },
  );
}
