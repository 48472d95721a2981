import { notFound } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { qrPng, qrSvg } from "@/lib/qr";
import { refused } from "@/lib/refused";

const images = {
  "qr.svg": { type: "image/svg+xml", draw: qrSvg },
  "qr.png": { type: "image/png", draw: (text: string) => new Uint8Array(qrPng(text)) },
};

/** The file called `image`, a QR code of a path of this portal, to be kept by whoever may see it and by no cache. */
export async function qrImage(image: string, path: () => Promise<string>): Promise<Response> {
  try {
    if (image !== "qr.svg" && image !== "qr.png") throw notFound();
    const { type, draw } = images[image];
    return new Response(draw(env().APP_URL + (await path())), {
      headers: {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="workspace-link-${image}"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    return refused(error);
  }
}
