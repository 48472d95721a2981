import { checkHealth } from "@/lib/domain/health";
import { installation } from "@/lib/installation";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ok = await checkHealth(installation());
  return Response.json({ ok }, { status: ok ? 200 : 503 });
}
