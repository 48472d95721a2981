import type { ChildProcess } from "node:child_process";
import { type Hold, type Holder, takeHold } from "@/db/embedded/hold";
import { processFacts } from "@/db/embedded/processes";
import { endGroup } from "./children";
import { Refusal } from "./run-script";
import { lockOf, type Settings } from "./settings";

/** A killed launcher leaves its server behind; it is ended before another one starts. */
async function endLeftover({ notes }: Holder): Promise<void> {
  const pid = Number(notes.child ?? 0);
  if (pid && processFacts(pid)?.born === notes.childBorn) await endGroup(pid);
}

/** Takes the data folder for this process, or refuses with the address at which another one serves it. */
export async function takeData({
  dataFolder,
  env,
}: Settings): Promise<{ hold: Hold; note(child: ChildProcess): void }> {
  const taken = takeHold(lockOf(dataFolder));
  if ("holder" in taken) {
    const { pid, notes } = taken.holder;
    throw new Refusal(
      `Foyer already runs on ${dataFolder}${notes.url ? `: ${notes.url}` : ""} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  const { hold, before } = taken;
  hold.note({ url: env.APP_URL });
  if (before) await endLeftover(before);
  return {
    hold,
    note(child) {
      if (child.pid)
        hold.note({ url: env.APP_URL, child: child.pid, childBorn: processFacts(child.pid)?.born ?? "" });
    },
  };
}
