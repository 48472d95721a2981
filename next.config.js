/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Types are checked by "npm run check", over more than the build sees.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["postgres", "pino", "libphonenumber-js"],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};
