"use client";

/** When even the page's frame cannot be drawn: what is lost (nothing) and what to do. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Foyer could not be loaded</h1>
          <p>Your work is safe. {error.digest && `If it stays like this, mention ${error.digest}.`}</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
