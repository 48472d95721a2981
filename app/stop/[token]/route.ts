import { strangerResponse } from "@/components/stranger/layout";
import { stopPage } from "@/components/stranger/stop-page";
import { catalogueIn } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import { stopInvitations, stopLanguage } from "@/lib/domain/answer-offer";
import { readerLanguage } from "@/lib/domain/reader-language";
import { isOneClick, notOurs, readStrangerForm } from "@/lib/stranger";

type Params = { params: Promise<{ token: string }> };

function page(request: Request, known: string | null, isDone: boolean): Response {
  const accepts = request.headers.get("accept-language");
  return strangerResponse(stopPage(catalogueIn(readerLanguage({ known, accepts })), isDone));
}

/** Asks first; mail scanners that follow the link stop nothing. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return page(request, await stopLanguage(await userContext(), (await params).token), false);
}

/**
 * Stops invitations of one organization to one address: by the button of the page, or by a mail program's own. The
 * answer says the same for any link, in the language of whom it was sent to.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (!(await readStrangerForm(request)) && !(await isOneClick(request))) return notOurs(request);
  return page(request, await stopInvitations(await userContext(), (await params).token), true);
}
