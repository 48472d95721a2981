import { contextFor } from "@/lib/context";
import { readChosen } from "@/lib/domain/chosen";
import { exportContacts } from "@/lib/domain/export-contacts";
import { refused } from "@/lib/refused";

type At = { params: Promise<{ org: string }> };

/** `?c=` for some, or the list's filter: a CSV file, written as it is read. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  try {
    const { org } = await params;
    const ctx = await contextFor(org);
    const query = new URL(request.url).searchParams;
    const chosen = readChosen(
      Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
    );
    const day = new Date().toISOString().slice(0, 10);
    return new Response(streamOf(await exportContacts(ctx, chosen)), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${ctx.org.slug}-contacts-${day}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    return refused(error);
  }
}

/** Reads the next piece only when the browser has taken the last. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
