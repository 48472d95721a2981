import type { NextRequest } from "next/server";
import { finishProvider } from "@/lib/auth/provider-sign-in";

export const GET = (request: NextRequest): Promise<Response> => finishProvider(request);
