import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { de } from "@/lib/words/de";
import { en } from "@/lib/words/en";
import { UndoForm } from "./undo-form";

function said(gone: number, language: "en" | "de"): string | undefined {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={{ en, de }[language]} timeZone="UTC">
      <UndoForm org="northwind" workspace={null} command="1" isUndone gone={gone} />
    </NextIntlClientProvider>,
  );
  return /role="status"[^>]*>([^<]*)</.exec(markup)?.[1];
}

test("that nothing was sent is said only where nothing had gone", () => {
  expect(said(0, "en")).toBe("Undone. Nothing was sent.");
  expect(said(1, "en")).toBe("Undone, but for 1 message that had gone already; who got it stays.");
  expect(said(2, "en")).toBe("Undone, but for 2 messages that had gone already; who got them stay.");
  expect(said(2, "de")).toBe(
    "Rückgängig gemacht, bis auf 2 Nachrichten, die schon unterwegs waren; wer sie bekommt, bleibt.",
  );
});
