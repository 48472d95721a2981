import { strangerResponse } from "@/components/stranger/layout";
import { stopPage } from "@/components/stranger/offer-pages";
import { userContext } from "@/lib/context";
import { stopInvitations } from "@/lib/domain/answer-offer";
import { isOneClick, readStrangerForm } from "@/lib/stranger";

/** Asks first; mail scanners that follow the link stop nothing. */
export const GET = (): Response => strangerResponse(stopPage(false));

/**
 * Stops invitations of one organization to one address: by the button of the page, or by a mail program's own. The
 * answer is the same for any link.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  if (!(await readStrangerForm(request)) && !(await isOneClick(request)))
    return new Response("Open the link again and press the button there.", { status: 403 });
  await stopInvitations(await userContext(), (await params).token);
  return strangerResponse(stopPage(true));
}
