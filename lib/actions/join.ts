"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { userContext } from "@/lib/context";
import { joinAsUser } from "@/lib/domain/accept";
import { type FormState, runAction } from "./run";

const Join = z.strictObject({ organization: z.uuid(), invitation: z.uuid() });

export async function joinAction(
  _: FormState<{ path: string }>,
  form: FormData,
): Promise<FormState<{ path: string }>> {
  const result = await runAction(userContext, Join, form, (ctx, { organization, invitation }) =>
    joinAsUser(ctx, { orgId: organization, invitationId: invitation }),
  );
  if (result.ok) redirect(result.data.path);
  return result;
}
