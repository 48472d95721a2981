"use client";

import { useBrokenWords } from "@/components/shell/broken-words";

const ofBrowser = () => navigator.language;

/** When even the page's frame cannot be drawn: what is lost (nothing) and what to do. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { language, frame, safe, again } = useBrokenWords(ofBrowser, error.digest);
  return (
    <html lang={language}>
      <body>
        <main>
          <h1>{frame}</h1>
          <p>{safe}</p>
          <button type="button" onClick={reset}>
            {again}
          </button>
        </main>
      </body>
    </html>
  );
}
