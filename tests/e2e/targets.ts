import type { Locator } from "@playwright/test";

/**
 * The links and buttons inside an element that a finger misses: those that cannot be hit over 44 px of height, and links
 * within a text that are neither 24 px high nor 24 px away from the next one (WCAG 2.5.8). Measured by what the page
 * itself says is hit.
 */
export const missed = (root: Locator): Promise<string[]> =>
  root.evaluate((within) => {
    const TARGETS = "a[href], button, summary, [role=button]";
    const LABELS = "label:has(input[type=checkbox], input[type=radio])";

    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.matches(":disabled, .sr-only") &&
      getComputedStyle(element).pointerEvents !== "none";

    function isWithinText(element: Element): boolean {
      if (getComputedStyle(element).display !== "inline") return false;
      let block = element.parentElement;
      while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
      return [...(block?.childNodes ?? [])].some(
        (node) =>
          /\p{L}/u.test(node.textContent ?? "") &&
          (!(node instanceof Element) ||
            (!node.contains(element) &&
              !node.matches(TARGETS) &&
              getComputedStyle(node).display === "inline")),
      );
    }

    /** Pixels of height, through the middle, that hit the element. */
    function reach(element: Element): number {
      const { left, width, top, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hits = (at: number) => element.contains(document.elementFromPoint(x, at));
      if (!hits(y)) return 0;
      let [above, below] = [0, 0];
      while (above < 44 && hits(y - above - 1)) above++;
      while (below < 44 && hits(y + below + 1)) below++;
      return above + below + 1;
    }

    function isCrowded(element: Element, all: Element[]): boolean {
      const own = element.getBoundingClientRect();
      const [x, y] = [own.left + own.width / 2, own.top + own.height / 2];
      return all.some((other) => {
        if (other === element || other.contains(element) || element.contains(other)) return false;
        const place = other.getBoundingClientRect();
        const dx = Math.max(place.left - x, 0, x - place.right);
        const dy = Math.max(place.top - y, 0, y - place.bottom);
        return Math.hypot(dx, dy) < 12;
      });
    }

    const all = [...within.querySelectorAll(`${TARGETS}, ${LABELS}`)].filter(isShown);
    return all.flatMap((element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, right, top, bottom, height } = element.getBoundingClientRect();
      if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return [];
      const found = reach(element);
      if (found >= 44) return [];
      if (isWithinText(element) && (height >= 24 || !isCrowded(element, all))) return [];
      const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return [`${element.localName}.${element.className} “${words.trim().slice(0, 40)}”: ${found} px`];
    });
  });
