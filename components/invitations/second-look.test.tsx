import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { en } from "@/lib/words/en";
import { SecondLook } from "./second-look";

const shown = (count: number) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <SecondLook count={count}>
        <button type="submit">Resend</button>
      </SecondLook>
    </NextIntlClientProvider>,
  );

test("to send to more than 1,000 people takes a second press, to fewer one", () => {
  expect(shown(1000)).toBe('<button type="submit">Resend</button>');
  expect(shown(1001)).toMatch(
    /^<details><summary [^>]*>Resend to more than 1,000 people who have not joined<\/summary><button/,
  );
});
