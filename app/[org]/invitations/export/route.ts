import { getTranslations } from "next-intl/server";
import { contextFor } from "@/lib/context";
import { csvDownload, listsIn } from "@/lib/csv-download";
import { exportInvitations } from "@/lib/domain/export-invitations";
import { readChosenInvitations } from "@/lib/domain/invitation-filter";
import { refused } from "@/lib/refused";
import { fileWords } from "@/lib/words/invitation-file";
import { sayIn } from "@/lib/words/say";

type At = { params: Promise<{ org: string }> };

/** `?i=` for some, or the list's filter: a CSV file, written as it is read. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const ctx = await contextFor((await params).org);
    const t = await getTranslations({ locale: ctx.language, namespace: "invitations" });
    const words = fileWords(t, sayIn(ctx.language));
    const pieces = await exportInvitations(ctx, readChosenInvitations(listsIn(request)), words);
    return csvDownload(`${ctx.org.slug}-invitations`, pieces);
  } catch (error) {
    return refused(error);
  }
}
