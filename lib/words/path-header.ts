/** Which page is asked for; only the gate in front (`proxy.ts`) writes it. */
export const PATH_HEADER = "x-foyer-path";
