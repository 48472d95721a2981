import { getTranslations } from "next-intl/server";
import { exportWords } from "@/components/contacts/export-words";
import { contextFor } from "@/lib/context";
import { csvDownload, listsIn } from "@/lib/csv-download";
import { readChosen } from "@/lib/domain/chosen";
import { exportContacts } from "@/lib/domain/export-contacts";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string }> };

/** `?c=` for some, or the list's filter: a CSV file, written as it is read. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const ctx = await contextFor((await params).org);
    const at = { locale: ctx.language };
    const [t, ui] = await Promise.all([
      getTranslations({ ...at, namespace: "contacts" }),
      getTranslations({ ...at, namespace: "ui" }),
    ]);
    const pieces = await exportContacts(ctx, readChosen(listsIn(request)), exportWords(t, ui));
    return csvDownload(`${ctx.org.slug}-contacts`, pieces);
  } catch (error) {
    return refused(error);
  }
}
