/**
 * Whether a request that changes something came from a page of ours: Origin equals the portal's own
 * exactly. Absent and "null" (sandboxed frames, some redirects) are refused.
 */
export const isOwnOrigin = (origin: string | null, appUrl: string): boolean => origin === appUrl;
