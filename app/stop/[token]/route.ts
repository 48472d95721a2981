import { facing } from "@/components/stranger/facing";
import { strangerResponse } from "@/components/stranger/layout";
import { stopPage } from "@/components/stranger/stop-page";
import { catalogueIn } from "@/lib/catalogue";
import { userContext } from "@/lib/context";
import { stopInvitations, stopLanguage } from "@/lib/domain/answer-offer";
import type { Language } from "@/lib/domain/languages";
import { isOneClick, notOurs, readStrangerForm } from "@/lib/stranger";

type Params = { params: Promise<{ token: string }> };

const visitOf = async (request: Request, { params }: Params) => ({
  token: (await params).token,
  accepts: request.headers.get("accept-language"),
});

const page = (language: Language, isDone: boolean): Response =>
  strangerResponse(stopPage(catalogueIn(language), isDone));

/** Asks first; mail scanners that follow the link stop nothing. */
export const GET = facing(async (request: Request, params: Params) => {
  return page(await stopLanguage(await userContext(), await visitOf(request, params)), false);
});

/**
 * Stops invitations of one organization to one address: by the button of the page, or by a mail program's own. The
 * answer says the same for any link, in the language of who reads it.
 */
export const POST = facing(async (request: Request, params: Params) => {
  if (!(await readStrangerForm(request)) && !(await isOneClick(request))) return notOurs(request);
  return page(await stopInvitations(await userContext(), await visitOf(request, params)), true);
});
