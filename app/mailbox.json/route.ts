import { getTranslations } from "next-intl/server";
import { pageLanguage } from "@/lib/context";
import { readMailbox } from "@/lib/delivery/mailbox";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";

const MOST = 200;

/** What the local mailbox holds, newest first, for people's own tests: `?to=` one recipient. The latest 200. */
export async function GET(request: Request): Promise<Response> {
  const to = new URL(request.url).searchParams.get("to") ?? undefined;
  const found = await readMailbox({ ...installation(), env: env() }, { to, limit: MOST });
  if (!found) {
    const t = await getTranslations({ locale: await pageLanguage(), namespace: "installation.mailbox" });
    return Response.json({ message: t("missing") }, { status: 404 });
  }
  return Response.json(
    found.map(({ id, to, channel, subject, html, text, createdAt }) => ({
      id,
      to,
      channel,
      subject,
      html,
      text,
      createdAt,
    })),
  );
}
