import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { qrPath, qrPng, qrSvg } from "./qr";

const LINK = `https://portal.northwind.example/join/${"a".repeat(71)}`;

/** The dark modules of the drawing, row by row. */
function drawn({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill(" "));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill("#", Number(x), Number(x) + Number(length));
  return rows.map((row) => row.join(""));
}

it("draws a code with its three corners, in a margin of four light modules", () => {
  const rows = drawn(qrPath(LINK));
  const margin = " ".repeat(rows.length);
  expect([...rows.slice(0, 4), ...rows.slice(-4)]).toEqual(Array(8).fill(margin));
  for (const row of [rows[4], rows[10]]) expect(row?.slice(4, 12)).toBe("####### ");
  expect(rows[4]?.slice(-11, -4)).toBe("#######");
  expect(rows.at(-5)?.slice(4, 11)).toBe("#######");
});

it("says the same in the drawing and in the picture", () => {
  const { size, path } = qrPath(LINK);
  expect(qrSvg(LINK)).toContain(path);
  const png = qrPng(LINK);
  const side = png.readUInt32BE(16);
  expect([png.readUInt32BE(20), side]).toEqual([side, size * 8]);
  const from = png.indexOf("IDAT");
  const pixels = inflateSync(png.subarray(from + 4, from + 4 + png.readUInt32BE(from - 4)));
  const bytes = 1 + Math.ceil(side / 8);
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (pixels[y * 8 * bytes + 1 + x] === 0 ? "#" : " ")).join(""),
  );
  expect(rows).toEqual(drawn({ size, path }));
});
