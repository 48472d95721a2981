import { POST as answer, GET as show } from "@/app/invite/[token]/route";

/** The page of an invitation, by the short address that text messages have. */
export const GET = show;
export const POST = answer;
