import { strangerResponse } from "@/components/stranger/layout";
import { stopPage } from "@/components/stranger/stop-page";
import { catalogueIn } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import { stopInvitations } from "@/lib/domain/answer-offer";
import { isOneClick, notOurs, readStrangerForm } from "@/lib/stranger";

/** Asks first; mail scanners that follow the link stop nothing. */
export const GET = (): Response => strangerResponse(stopPage(catalogueIn("en"), false));

/**
 * Stops invitations of one organization to one address: by the button of the page, or by a mail program's own. The
 * answer is the same for any link.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  if (!(await readStrangerForm(request)) && !(await isOneClick(request))) return notOurs(request);
  await stopInvitations(await userContext(), (await params).token);
  return strangerResponse(stopPage(catalogueIn("en"), true));
}
