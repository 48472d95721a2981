import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { sample, sampleSetting } from "@/tests/samples/messages";
import { envelopeOf } from "./envelope";
import { resendChannel } from "./resend-channel";

const envelope = envelopeOf(sample("invitation"), { ...sampleSetting, mailFrom: "invites@foyer.example" });

/** What becomes of a call that is answered in this way. */
async function answered(status: number, body: string) {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const outcome = await send(baseUrl);
  server.close();
  return outcome;
}

const send = (baseUrl: string) =>
  resendChannel({ apiKey: "re_test_key", baseUrl }).send(
    { key: envelope.id, messages: [envelope], attempt: 1, triedAgo: 0 },
    new AbortController().signal,
  );

test.each([
  [502, '{"message":"Bad gateway"}', "unknown"],
  [502, "<h1>Bad gateway</h1>", "unknown"],
  [422, '{"message":"Invalid `to` field."}', "refused"],
  [429, '{"statusCode":200}', "paused"],
  [404, "<h1>Nothing here</h1>", "paused"],
  [200, "<h1>Sign in to the network</h1>", "unknown"],
  [200, "{}", "unknown"],
])("an answer %s %s is judged by its status: %s", async (status, body, kind) => {
  expect((await answered(status, body)).kind).toBe(kind);
});

test("where nobody listens nothing was handed over", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  expect(await send(`http://127.0.0.1:${port}`)).toMatchObject({ kind: "away", seconds: 0 });
});
