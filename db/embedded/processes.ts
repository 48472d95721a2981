import { spawnSync } from "node:child_process";
import fs from "node:fs";

export type ProcessFacts = {
  /** When it began, in a spelling that only equality is asked of; tells a process from a later one with its number. */
  born: string;
  command: string;
  parent: number;
};

function fromProc(pid: number): ProcessFacts | undefined {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, parent, born] = [fields[0], Number(fields[1]), fields[19]];
  if (state === "Z" || state === "X" || !born) return undefined;
  return { born, parent, command: fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") };
}

function fromPs(pid: number): ProcessFacts | undefined {
  const { stdout } = spawnSync("ps", ["-o", "state=,ppid=,lstart=,command=", "-p", String(pid)], {
    encoding: "utf8",
  });
  const [, state, parent, born, command = ""] =
    /^(\S+)\s+(\d+)\s+((?:\S+\s+){5})(.*)/.exec(stdout.trim()) ?? [];
  return state && born && !state.startsWith("Z") ? { born, parent: Number(parent), command } : undefined;
}

/** What the system knows of a running process; undefined once it has ended, even if nobody has collected it yet. */
export function processFacts(pid: number): ProcessFacts | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return undefined;
  }
  if (process.platform === "win32") return { born: "", parent: 0, command: "" };
  try {
    return fs.existsSync("/proc/self/stat") ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}
