const rowAt = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-drag] > [data-id]") : null;

/** Sends a form as a button called "order" with this value would. */
function send(form: HTMLFormElement, order: string[]): void {
  const button = document.createElement("button");
  button.name = "order";
  button.value = order.join(",");
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}

/**
 * Lets rows of a list be dragged to another place of it: dropping sends all their ids in the new order to the
 * form that the list names in `data-drag`. The rows stay where they are until the page shows the answer.
 */
export function listenToDrag(signal: AbortSignal): void {
  let dragged: HTMLElement | null = null;
  let over: HTMLElement | null = null;
  let isAfter = false;

  const mark = (row: HTMLElement | null, side?: "before" | "after") => {
    if (over) over.style.boxShadow = "";
    over = row;
    isAfter = side === "after";
    if (row) row.style.boxShadow = `0 ${isAfter ? 4 : -4}px 0 var(--accent)`;
  };

  const listen = (kind: "dragstart" | "dragover" | "drop" | "dragend", act: (event: DragEvent) => void) =>
    document.addEventListener(kind, act, { signal });

  listen("dragstart", (event) => {
    dragged = rowAt(event);
  });
  listen("dragover", (event) => {
    const row = rowAt(event);
    if (!dragged || !row || row.parentElement !== dragged.parentElement) return mark(null);
    event.preventDefault();
    const { top, height } = row.getBoundingClientRect();
    mark(row, event.clientY < top + height / 2 ? "before" : "after");
  });
  listen("drop", (event) => {
    const list = dragged?.parentElement;
    const form = document.getElementById(list?.dataset.drag ?? "");
    if (!dragged || !over || over === dragged || !list || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const ids = [...list.querySelectorAll<HTMLElement>(":scope > [data-id]")].map(
      ({ dataset }) => dataset.id ?? "",
    );
    const own = dragged.dataset.id ?? "";
    const order = ids.filter((id) => id !== own);
    order.splice(order.indexOf(over.dataset.id ?? "") + (isAfter ? 1 : 0), 0, own);
    send(form, order);
  });
  listen("dragend", () => {
    dragged = null;
    mark(null);
  });
}
