import { receiveResend } from "@/lib/delivery/webhooks/receive";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";

export const POST = (request: Request): Promise<Response> =>
  receiveResend(request, { db: installation().db, env: env() });
