"use client";

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <main id="main" className="grid min-h-[80dvh] content-center justify-items-center gap-3 p-5 text-center">
      <h1 className="text-20 font-semibold">This page could not be loaded</h1>
      <p className="max-w-[44ch] text-fg-2">
        Your work is safe. Try again; if it stays like this, tell your administrator
        {error.digest ? ` and mention ${error.digest}` : ""}.
      </p>
      <button type="button" className="btn mt-2" onClick={retry}>
        Try again
      </button>
    </main>
  );
}
