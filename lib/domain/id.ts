import { v7 } from "uuid";

const BYTES = 16;
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;
let millisecond = 0;
let sequence = 0;

/**
 * A new UUIDv7 (RFC 9562, 6.2): ids of one process sort by the order they were made in, so bulk inserts fill index
 * pages in order. Randomness is drawn for 256 ids at once: a call for each costs more than all the rest.
 */
export function newId(): string {
  const random = drawRandom();
  const now = Date.now();
  if (now > millisecond) {
    millisecond = now;
    sequence = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
  } else sequence++;
  return v7({ random, msecs: millisecond, seq: sequence });
}

function drawRandom(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += BYTES;
  return pool.subarray(used - BYTES, used);
}

/** Stands in the organization column of what belongs to the installation itself. */
export const INSTALLATION = "00000000-0000-0000-0000-000000000000";

export const isId = (value: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
