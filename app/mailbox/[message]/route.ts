import { getTranslations } from "next-intl/server";
import { pageLanguage } from "@/lib/context";
import { readMailboxMessage } from "@/lib/delivery/mailbox";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";

/** The page of an e-mail can run nothing and load nothing; its links open beside it. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

/** The HTML of one e-mail in the local mailbox, by itself. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ message: string }> },
): Promise<Response> {
  const message = await readMailboxMessage({ ...installation(), env: env() }, (await params).message);
  if (!message?.html) return missing();
  return new Response(message.html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY },
  });
}

async function missing(): Promise<Response> {
  const t = await getTranslations({ locale: await pageLanguage(), namespace: "installation.mailbox" });
  return new Response(t("missing"), { status: 404 });
}
