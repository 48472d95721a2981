import fs from "node:fs";
import type { APIRequestContext } from "@playwright/test";

type ServerReferences = { node: Record<string, { exportedName: string; filename: string }> };

/** Every server action of the build: its name and the id browsers call it by. */
export const builtActions = (): { id: string; name: string }[] => {
  const { node } = JSON.parse(
    fs.readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as ServerReferences;
  return Object.entries(node).map(([id, { exportedName }]) => ({ id, name: exportedName }));
};

export type RawCall = {
  id: string;
  /** What the page bound to the action; left out for actions that take a form only. */
  at?: unknown;
  fields: [string, string][];
  headers?: Record<string, string>;
  /** Where it is posted to; "/sign-in" if left out. */
  path?: string;
  /** How many arguments stand before the form: `at` and the state, the state, or none. */
  shape?: "bound" | "stateful" | "plain";
};

/** Calls a server action the way React does, but with anything in it. */
export async function callAction(request: APIRequestContext, base: string, call: RawCall) {
  const shape = call.shape ?? "bound";
  const leading = shape === "bound" ? [call.at, null] : shape === "stateful" ? [null] : [];
  const boundary = `----foyer${Math.random().toString(36).slice(2)}`;
  const parts = [
    ...call.fields.map(([name, value]): [string, string] => [`_1_${name}`, value]),
    ["0", JSON.stringify([...leading, "$K1"])] as [string, string],
  ];
  const body = parts
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("");
  const response = await request.post(`${base}${call.path ?? "/sign-in"}`, {
    headers: {
      "next-action": call.id,
      accept: "text/x-component",
      "content-type": `multipart/form-data; boundary=${boundary}`,
      ...(call.headers ?? { origin: base }),
    },
    data: Buffer.from(`${body}--${boundary}--\r\n`, "utf8"),
    maxRedirects: 0,
  });
  const text = await response.text();
  const [, code] = /"code":"(\w+)"/.exec(text) ?? [];
  return { status: response.status(), code: code ?? null, isDone: /"ok":true/.test(text), text };
}
