import { contextFor } from "@/lib/context";
import { notFound } from "@/lib/domain/errors";
import { getOrganizationLink } from "@/lib/domain/organization-link";
import { qrImage } from "@/lib/qr-image";

type At = { params: Promise<{ org: string; image: string }> };

/** `qr.svg` and `qr.png`: the organization's invite link to be printed. */
export async function GET(_: Request, { params }: At): Promise<Response> {
  const { org, image } = await params;
  return qrImage(image, async () => {
    const link = await getOrganizationLink(await contextFor(org));
    if (!link) throw notFound();
    return link.path;
  });
}
