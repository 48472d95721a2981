/** Blank that inboxes show after the preheader instead of what the message says first. */
const BLANK = "&zwnj;&nbsp;".repeat(20);

const SIDES = ["top", "right", "bottom", "left"];

/** A list of styles without those that repeat, side by side, what one before has said of all sides. */
const withoutSides = (style: string): string =>
  ["margin", "padding"].reduce((rest, name) => {
    const said = new RegExp(`(?:^|;)${name}:([^;]+)`).exec(rest)?.[1]?.split(" ");
    if (!said) return rest;
    const [top, right = top, bottom = top, left = right] = said;
    const sides = [top, right, bottom, left].map((value, side) => `;${name}-${SIDES[side]}:${value}`);
    return rest.replace(sides.join(""), "");
  }, style);

/**
 * The page of a message in few bytes, which thousands of times are many: without React's own marks and a title that
 * repeats the subject; what components say twice is said once, names of fonts need no quotes, attributes have those that
 * JSON does not escape, and what is beyond Latin-1 is written as references, so that the page stays text of one byte a
 * sign wherever it is held, joined or sent.
 */
export const leanHtml = (html: string): string =>
  html
    .replace(/<!--(?!\[if)[^>]*?-->/g, "")
    .replace(/<!DOCTYPE[^>]*>/, "<!DOCTYPE html>")
    .replace(/<title>[^<]*<\/title>/, "")
    .replace(/(<div>)[^<]*(?=<\/div>)/, `$1${BLANK}`)
    .replace(/style="([^"]*)"/g, (_, style: string) => `style="${withoutSides(style)}"`)
    .replaceAll("&#x27;Segoe UI&#x27;", "Segoe UI")
    .replaceAll(' data-skip-in-text="true"', "")
    .replace(/="([^"']*)"/g, "='$1'")
    .replace(/(?![⟦⟧])[\u{100}-\u{10ffff}]/gu, (sign) => `&#${sign.codePointAt(0)};`);
