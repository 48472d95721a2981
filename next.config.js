import createNextIntlPlugin from "next-intl/plugin";

/** Words are parsed when the portal is built: neither server nor browser carries the parser. */
const withWords = createNextIntlPlugin({
  requestConfig: "./lib/words/request.ts",
  experimental: {
    messages: { path: "./messages/screens", format: "json", locales: ["en", "de"], precompile: true },
  },
});

export default withWords({
  poweredByHeader: false,
  // Types are checked by "npm run check", over more than the build sees.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["postgres", "pino", "libphonenumber-js"],
  // Of next-intl the browser needs its hooks alone, without formats of dates and numbers.
  turbopack: { resolveAlias: { "next-intl": { browser: "use-intl/react" } } },
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
});
