import { workspaceContextFor } from "@/lib/context";
import { getLink } from "@/lib/domain/workspace-links";
import { qrImage } from "@/lib/qr-image";

type At = { params: Promise<{ org: string; workspace: string; link: string; image: string }> };

/** `qr.svg` and `qr.png`: a Workspace Link to be printed. */
export async function GET(_: Request, { params }: At): Promise<Response> {
  const { org, workspace, link, image } = await params;
  return qrImage(
    image,
    async () => (await getLink(await workspaceContextFor(org, workspace), { link })).path,
  );
}
