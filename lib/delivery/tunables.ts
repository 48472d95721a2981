/** What a worker may be told differently, all but `lanes`, `batchSize` and `outageAfter` in seconds. */
export type Tunables = {
  /** Calls under way at the same time, besides one reserved for sign-in codes. */
  lanes: number;
  /** Messages in one call, where the channel takes as many. */
  batchSize: number;
  leaseSeconds: number;
  pollSeconds: number;
  requestSeconds: number;
  /** First and longest wait after an unknown outcome; it doubles between, with full jitter. */
  backoffSeconds: number;
  longestBackoffSeconds: number;
  /** How long a text message of unknown fate is looked for before it is sent once more. */
  lookSeconds: number;
  /** How long one worker's probe of a paused provider keeps the others away. */
  probeSeconds: number;
  /** So many calls in a row without an answer are an outage; then all workers rest, twice as long each time. */
  outageAfter: number;
  /** A provider whose quota is used up is left alone for so long at least, whatever it says. */
  quotaSeconds: number;
  outageSeconds: number;
  longestOutageSeconds: number;
  /** How often a worker writes down that all is well. */
  healthSeconds: number;
  /** A channel of which nothing was heard for so long is asked whether it answers. */
  checkSeconds: number;
  /** How often the listener proves that it still hears. */
  beatSeconds: number;
  /** How often work is looked for that nobody asks for: reminders and notices. */
  tickSeconds: number;
  /** Between looks for messages that no provider has told the end of, and between questions about them. */
  reconcileSeconds: number;
  askSeconds: number;
  /** After `stop`, calls under way get this long. */
  graceSeconds: number;
};

export const defaults: Tunables = {
  lanes: 6,
  batchSize: 100,
  leaseSeconds: 60,
  pollSeconds: 2,
  requestSeconds: 30,
  backoffSeconds: 1,
  longestBackoffSeconds: 300,
  lookSeconds: 600,
  probeSeconds: 60,
  outageAfter: 3,
  quotaSeconds: 900,
  outageSeconds: 1,
  longestOutageSeconds: 300,
  healthSeconds: 5,
  checkSeconds: 300,
  beatSeconds: 10,
  tickSeconds: 60,
  reconcileSeconds: 600,
  askSeconds: 0.5,
  graceSeconds: 8,
};

/** A wait of full jitter before attempt number `attempt` + 1. */
export function backoff(attempt: number, { backoffSeconds, longestBackoffSeconds }: Tunables): number {
  return Math.random() * Math.min(longestBackoffSeconds, backoffSeconds * 2 ** Math.min(attempt - 1, 30));
}
