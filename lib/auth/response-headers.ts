/** What the headers of a response depend on. `formTargets`: other sites a form may lead to. */
export type ResponseScene = {
  path: string;
  nonce: string;
  isSecure: boolean;
  isDevelopment: boolean;
  formTargets: string[];
};

/** Pages of strangers: plain HTML without script, opened by a link that is a secret. */
const STRANGER = /^\/(invite|i|join|stop)(\/|$)/;
/** With "no-referrer" browsers post their forms with `Origin: null`, which the gate refuses. */
const SECRET_LINK = /^\/(invite|i|join|stop|sign-in\/link)(\/|$)/;
/** Single messages of the local mailbox are framed by its page; their route sets its own policy. */
const FRAMED = /^\/mailbox\/./;

/**
 * Security headers for one response. Content of strangers' pages can run no script at all, and their language may be the
 * browser's, as that of the pages for signing in, whose Vary Next.js writes over.
 */
export function responseHeaders(scene: ResponseScene): Record<string, string> {
  const { path } = scene;
  return {
    ...(!FRAMED.test(path) && { "Content-Security-Policy": contentPolicy(scene) }),
    ...(scene.isSecure && { "Strict-Transport-Security": "max-age=63072000" }),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": SECRET_LINK.test(path) ? "same-origin" : "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "private, no-store",
    ...(STRANGER.test(path) && { Vary: "Accept-Language" }),
  };
}

/** The Content-Security-Policy alone: Next.js reads the nonce of its own scripts out of it. */
export function contentPolicy({ path, nonce, isDevelopment, formTargets }: ResponseScene): string {
  const common = ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];
  if (STRANGER.test(path))
    return [
      "default-src 'none'",
      "script-src 'none'",
      "style-src 'unsafe-inline'",
      "img-src 'self' data:",
      "form-action 'self'",
      ...common,
    ].join("; ");
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    ...common,
  ].join("; ");
}
