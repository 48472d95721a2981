import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { readPreferences } from "@/lib/preferences";
import "./globals.css";

const inter = localFont({
  src: "./fonts/inter-latin.woff2",
  variable: "--font-inter",
  weight: "400 600",
  display: "swap",
  adjustFontFallback: "Arial",
});

export const metadata: Metadata = {
  title: { default: "Foyer", template: "%s · Foyer" },
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export const viewport: Viewport = {
  interactiveWidget: "resizes-content",
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9fafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0b0c0f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ theme }, language, ui] = await Promise.all([
    readPreferences(),
    getLocale(),
    getTranslations("ui"),
  ]);
  return (
    <html lang={language} className={inter.variable} data-theme={theme === "system" ? undefined : theme}>
      <body data-not-reached={ui("notReached")}>{children}</body>
    </html>
  );
}
