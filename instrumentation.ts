import type { IncomingMessage } from "node:http";
import { decodablePath } from "@/lib/decodable-path";

/**
 * Called once by Next.js, before the first request. A path that cannot be decoded would make Next.js
 * answer 500 before `proxy.ts` sees it; read as it stands, it is a page or a link that does not exist.
 */
export async function register(): Promise<void> {
  // Next.js writes the value in; it also builds this for the edge, which has no Node modules.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { subscribe } = await import("node:diagnostics_channel");
    subscribe("http.server.request.start", (message) => {
      const { request } = message as { request: IncomingMessage };
      request.url = decodablePath(request.url ?? "/");
    });
  }
}
