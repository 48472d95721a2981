import { receiveTwilio } from "@/lib/delivery/webhooks/receive";
import { env } from "@/lib/env";
import { installation } from "@/lib/installation";

export const POST = (request: Request): Promise<Response> =>
  receiveTwilio(request, { db: installation().db, env: env() });
