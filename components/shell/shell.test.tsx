import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test, vi } from "vitest";
import { en } from "@/lib/words/en";

vi.mock("next/navigation", () => ({
  usePathname: () => "/northwind/timeline",
  useRouter: () => null,
}));

// Another file may have read the real module before, and will want it afterwards.
vi.resetModules();
afterAll(() => vi.resetModules());
const { NextIntlClientProvider } = await import("next-intl");
const { Shell } = await import("./shell");

test("More leads everybody to their organizations, where the bar has no room for them", () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Shell
        org={{ slug: "northwind", name: "Northwind" }}
        person={{ id: "1", name: "Kim", address: "kim@acme.example" }}
        isInternal={false}
        isAdmin={false}
        mailbox={false}
        preferences={{ theme: "system", hasShortcuts: true }}
      >
        <main />
      </Shell>
    </NextIntlClientProvider>,
  );
  expect(markup).toMatch(/<a href="\/" [^>]*menu-item sm:hidden[^>]*>.*Your organizations<\/a>/);
});
