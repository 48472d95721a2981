import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Light modules around the code, as readers need them. */
const QUIET = 4;
/** One byte of a picture with one bit a pixel. */
const PIXELS_PER_MODULE = 8;

const modulesOf = (text: string) => encode(text, { ecc: "M", border: QUIET }).data;

/** A text as a QR code: how many modules a side has, and the dark ones as the path of a drawing. */
export function qrPath(text: string): { size: number; path: string } {
  const rows = modulesOf(text);
  const runs = rows.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { size: rows.length, path: runs.join("") };
}

/** A text as a QR code: a drawing that prints at any size. */
export function qrSvg(text: string): string {
  const { size, path } = qrPath(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * PIXELS_PER_MODULE}" height="${size * PIXELS_PER_MODULE}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

/** A text as a QR code: a picture in two shades of grey, one bit a pixel (PNG, ISO/IEC 15948). */
export function qrPng(text: string): Buffer {
  const rows = modulesOf(text);
  const side = rows.length * PIXELS_PER_MODULE;
  const lines = rows.flatMap((row) =>
    Array<Buffer>(PIXELS_PER_MODULE).fill(Buffer.from([0, ...row.map((dark) => (dark ? 0 : 0xff))])),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(lines))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
