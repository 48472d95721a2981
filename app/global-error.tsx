"use client";

import { useBrokenWords } from "@/components/shell/broken-words";
import de from "@/messages/screens/de/frame.json";
import en from "@/messages/screens/en/frame.json";

const words = { en, de };

const ofBrowser = () => navigator.language;

/** When even the page's frame cannot be drawn: what is lost (nothing) and what to do. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { language, title, text, again } = useBrokenWords(words, ofBrowser, error.digest);
  return (
    <html lang={language}>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{text}</p>
          <button type="button" onClick={reset}>
            {again}
          </button>
        </main>
      </body>
    </html>
  );
}
