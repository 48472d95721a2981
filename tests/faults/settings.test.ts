import { execFile } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "foyer-settings-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What a start with these variables says before it gives up. */
function started(given: Record<string, string>): Promise<{ status: number; said: string }> {
  const program = ["--import", "tsx", "scripts/launch.ts", "start"];
  const none = { APP_URL: "", AUTH_SECRET: "", DATABASE_URL: "", HOST: "", PORT: "" };
  const own = fs.mkdtempSync(path.join(folder, "data-"));
  const env = { ...process.env, ...none, DATA_DIR: own, ...given };
  return new Promise((resolve) =>
    execFile(process.execPath, program, { env, timeout: 15_000 }, (error, _, stderr) =>
      resolve({ status: Number(error?.code ?? 0), said: stderr.trim() }),
    ),
  );
}

test.concurrent("a port that is no number is one mistake, and APP_URL is not blamed for it", async () => {
  expect(await started({ PORT: "abc" })).toEqual({
    status: 1,
    said: "PORT must be a number from 1 to 65535.",
  });
});

test.concurrent("a host that does not exist is not called a taken port", async () => {
  const { status, said } = await started({ HOST: "nonsense.invalid", PORT: "45871" });
  expect(status).toBe(1);
  expect(said).toBe('HOST must be a name or an address of this machine; "nonsense.invalid" is none.');
});

test.concurrent("a taken port is named", async () => {
  const other = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as net.AddressInfo;
  expect((await started({ HOST: "127.0.0.1", PORT: `${port}` })).said).toContain(`Port ${port} is taken`);
  other.close();
});

test.runIf(process.platform === "linux")("a data folder that cannot be made is named at once", async () => {
  const { status, said } = await started({ DATA_DIR: "/proc/x/data" });
  expect(status).toBe(1);
  expect(said).toContain("/proc/x/data cannot be written by this user.");
});
