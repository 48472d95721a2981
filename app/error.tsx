"use client";

import { useBrokenWords } from "@/components/shell/broken-words";
import de from "@/messages/screens/de/broken.json";
import en from "@/messages/screens/en/broken.json";

const words = { en, de };

const ofPage = () => document.documentElement.lang;

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const { title, text, again } = useBrokenWords(words, ofPage, error.digest);
  return (
    <main id="main" className="grid min-h-[80dvh] content-center justify-items-center gap-3 p-5 text-center">
      <h1 className="text-20 font-semibold">{title}</h1>
      <p className="max-w-[44ch] text-fg-2">{text}</p>
      <button type="button" className="btn mt-2" onClick={retry}>
        {again}
      </button>
    </main>
  );
}
