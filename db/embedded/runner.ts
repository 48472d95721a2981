import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { findPrograms } from "./programs";

const NOBODY = 65534;
const USER_NAMESPACE = ["-U", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
const isWindows = process.platform === "win32";

type Place = { programs: string; data: string; uid?: number; namespace?: true };

const canReach = (uid: number, folders: string[]) =>
  spawnSync("/bin/sh", ["-c", 'for f; do test -x "$f" || exit 1; done', "sh", ...folders], {
    uid,
    gid: uid,
    cwd: "/",
  }).status === 0;

function ownerOf(folder: string): number | undefined {
  return fs.statSync(folder, { throwIfNoEntry: false })?.uid || undefined;
}

/** A folder under /var/tmp that only root can have made. */
function rootFolder(name: string): string {
  const folder = path.join("/var/tmp", name);
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (fs.lstatSync(folder).uid !== 0)
    throw new Error(`${folder} was made by somebody else. Remove it and try again.`);
  return folder;
}

/** PostgreSQL refuses to be run by root: nobody runs it, and where nobody cannot get at the files, it runs elsewhere. */
function choosePlace(data: string): Place {
  const { folder, version } = findPrograms();
  if (isWindows || process.getuid?.() !== 0) return { programs: folder, data };
  const uid = ownerOf(data) ?? NOBODY;
  if (canReach(uid, [path.join(folder, "bin", "postgres"), path.dirname(data)]))
    return { programs: folder, data, uid };
  if (spawnSync("unshare", [...USER_NAMESPACE, "true"]).status === 0)
    return { programs: folder, data, namespace: true };
  const home = rootFolder(`foyer-${createHash("sha256").update(data).digest("hex").slice(0, 12)}`);
  const programs = path.join(home, `programs-${version}`);
  if (!fs.existsSync(programs)) {
    const draft = fs.mkdtempSync(`${programs}-`);
    fs.cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(draft, 0o755);
    fs.renameSync(draft, programs);
  }
  return { programs, data: path.join(home, "postgres"), uid: NOBODY };
}

function handOver(entry: string, uid: number): void {
  fs.lchownSync(entry, uid, uid);
  if (!fs.lstatSync(entry).isDirectory()) return;
  for (const name of fs.readdirSync(entry)) handOver(path.join(entry, name), uid);
}

/** How PostgreSQL's programs are run on this machine, by this user, on this data folder. */
export function openRunner(folder: string) {
  const { programs, data, uid, namespace } = choosePlace(folder);
  const command = (program: string, args: string[]): [string, string[]] => {
    const file = path.join(programs, "bin", isWindows ? `${program}.exe` : program);
    return namespace ? ["unshare", [...USER_NAMESPACE, file, ...args]] : [file, args];
  };
  const options: SpawnOptions = {
    windowsHide: true,
    ...(uid !== undefined && { uid, gid: uid }),
    ...(!isWindows && {
      cwd: "/",
      env: { NODE_ENV: "production", LC_ALL: "C", PATH: "/usr/bin:/bin:/usr/sbin:/sbin" } as const,
    }),
  };
  return {
    /** Where the data lies; elsewhere than asked when root's folder is closed to everybody else. */
    data,
    /** Runs a program to its end. Throws with what it said when it fails. */
    run(program: string, args: string[]): void {
      const { status, error, stderr } = spawnSync(...command(program, args), {
        ...options,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
    },
    /** Starts a program that goes on by itself, in a process group of its own. */
    start: (program: string, args: string[], log: number) =>
      spawn(...command(program, args), {
        ...options,
        detached: !isWindows,
        stdio: ["ignore", "ignore", log],
      }),
    /** Makes the programs' user the owner of a file or folder. */
    own(entry: string): void {
      const owner = namespace ? 0 : uid;
      if (owner !== undefined && fs.lstatSync(entry).uid !== owner) handOver(entry, owner);
    },
  };
}

export type Runner = ReturnType<typeof openRunner>;
