import { expect, test } from "vitest";
import { type ResponseScene, responseHeaders } from "./response-headers";

const headers = (path: string, over: Partial<ResponseScene> = {}) =>
  responseHeaders({ path, nonce: "abc", isSecure: true, isDevelopment: false, formTargets: [], ...over });
const policy = (path: string, over?: Partial<ResponseScene>) =>
  headers(path, over)["Content-Security-Policy"] ?? "";

const PATHS = [
  "/",
  "/sign-in",
  "/sign-in/link/t",
  "/northwind/timeline",
  "/invite/t",
  "/stop/t",
  "/api/health",
  "/nowhere",
];

test.each(PATHS)("%s cannot be framed, cached, sniffed or indexed", (path) => {
  expect(headers(path)).toMatchObject({
    "Cache-Control": "private, no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
  });
  for (const directive of [
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ])
    expect(policy(path)).toContain(directive);
  expect(policy(path)).not.toMatch(/script-src[^;]*'unsafe-/);
});

test("scripts run by nonce only; strangers' pages run none", () => {
  expect(policy("/northwind/timeline")).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  for (const path of ["/invite/t", "/i/t", "/join/t", "/stop/t"])
    expect(policy(path)).toContain("script-src 'none';");
  expect(policy("/inviters/timeline")).toContain("'nonce-abc'");
});

test("links that are secrets send no referrer to other sites", () => {
  for (const path of ["/invite/t", "/i/t", "/join/t", "/stop/t", "/sign-in/link/t"])
    expect(headers(path)["Referrer-Policy"]).toBe("same-origin");
  expect(headers("/sign-in")["Referrer-Policy"]).toBe("strict-origin-when-cross-origin");
});

test("plain http is not pinned to https, and only development may evaluate", () => {
  expect(headers("/", { isSecure: false })).not.toHaveProperty("Strict-Transport-Security");
  expect(policy("/", { isDevelopment: true })).toContain("'unsafe-eval'");
});

test("forms of the sign-in page may lead to the configured providers, no others", () => {
  expect(policy("/sign-in", { formTargets: ["https://accounts.google.com"] })).toContain(
    "form-action 'self' https://accounts.google.com",
  );
});

test("plain pages, which may speak the browser's language, say so", () => {
  for (const path of ["/invite/t", "/i/t", "/join/t", "/stop/t"])
    expect(headers(path)).toMatchObject({ Vary: "Accept-Language" });
  for (const path of ["/", "/northwind/timeline", "/inviter/t"])
    expect(headers(path)).not.toHaveProperty("Vary");
});
