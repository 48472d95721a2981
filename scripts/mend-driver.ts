import fs from "node:fs";
import path from "node:path";
import { Refusal, runScript } from "./run-script";

/** The driver for `import` and for `require`. */
const FOLDERS = ["src", "cjs/src"];

/** What stands in the driver's files, and what has to: reasons in docs/decisions/0026. */
const MENDS: [file: string, found: string, mended: string][] = [
  [
    "connection.js",
    `    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
`,
    `    socket = nextWriteTimer = chunk = errorResponse = null

    if (initial)
      return reconnect();

    (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = null
`,
  ],
  ["connection.js", "return fetchArrayTypes()\n", "return fetchArrayTypes().catch(() => {})\n"],
  [
    "index.js",
    "      , connection\n      , prepare = null",
    "      , connection\n      , lost\n      , prepare = null",
  ],
  [
    "index.js",
    "new Promise((_, reject) => connection.onclose = reject)",
    `new Promise((_, reject) => connection.onclose = e => {
          lost = e
          while (queries.length)
            queries.shift().reject(e)
          reject(e)
        })`,
  ],
  [
    "index.js",
    "uncaughtError = e))\n        c.queue === full\n          ? queries",
    "uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n        c.queue === full\n          ? queries",
  ],
];

/** The text with one mend in it; a text that has it already stays as it is. Refuses one that is neither. */
function mend(file: string, text: string, found: string, mended: string): string {
  if (text.includes(mended)) return text;
  if (text.split(found).length === 2) return text.replace(found, () => mended);
  throw new Refusal(`${file} is not the driver these mends were written for. See docs/decisions/0026.`);
}

/** Mends the PostgreSQL driver where it stands; as often as one likes. A file is replaced whole, never half. */
runScript(async () => {
  const root = path.join(import.meta.dirname, "../node_modules/postgres");
  for (const folder of FOLDERS)
    for (const name of new Set(MENDS.map(([file]) => file))) {
      const file = path.join(root, folder, name);
      const before = fs.readFileSync(file, "utf8");
      const after = MENDS.filter(([of]) => of === name).reduce(
        (text, [, found, mended]) => mend(file, text, found, mended),
        before,
      );
      if (after === before) continue;
      fs.writeFileSync(`${file}.mended`, after);
      fs.renameSync(`${file}.mended`, file);
    }
});
