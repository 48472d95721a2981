import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { processFacts } from "./processes";

type Notes = Record<string, string | number>;
export type Holder = { pid: number; born: string; notes: Notes };
export type Hold = {
  /** Leaves facts for others, and for whoever comes after a crash. */
  note(notes: Notes): void;
  release(): void;
};

const card = (folder: string) => path.join(folder, "holder.json");

function write(folder: string, holder: Holder): void {
  const draft = path.join(folder, `${randomUUID()}.json`);
  fs.writeFileSync(draft, JSON.stringify(holder));
  fs.renameSync(draft, card(folder));
}

/** Who holds a folder, be they alive or dead; undefined when nobody does. */
export function holderOf(folder: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(card(folder), "utf8"));
  } catch {
    return undefined;
  }
}

export const isAlive = ({ pid, born }: Holder): boolean => processFacts(pid)?.born === born;

/** A dead holder's folder is moved aside before it is removed, so that two newcomers cannot both clear it. */
function clear(folder: string, dead: Holder | undefined): void {
  const aside = `${folder}.${randomUUID()}`;
  try {
    fs.renameSync(folder, aside);
  } catch {
    return;
  }
  const moved = holderOf(aside);
  if (moved?.pid === dead?.pid && moved?.born === dead?.born)
    fs.rmSync(aside, { recursive: true, force: true });
  else fs.renameSync(aside, folder);
}

/**
 * Takes a folder for the life of this process, from a dead holder too (`before`). While another
 * living process holds it, answers who that is.
 */
export function takeHold(folder: string): { hold: Hold; before?: Holder } | { holder: Holder } {
  const self = { pid: process.pid, born: processFacts(process.pid)?.born ?? "" };
  let before: Holder | undefined;
  for (;;) {
    const draft = `${folder}.${randomUUID()}`;
    fs.mkdirSync(draft);
    write(draft, { ...self, notes: {} });
    try {
      fs.renameSync(draft, folder);
      break;
    } catch (error) {
      fs.rmSync(draft, { recursive: true, force: true });
      const holder = holderOf(folder);
      if (!fs.existsSync(folder)) throw error;
      if (holder && isAlive(holder)) return { holder };
      before = holder ?? before;
      clear(folder, holder);
    }
  }
  return {
    before,
    hold: {
      note: (notes) => write(folder, { ...self, notes }),
      release: () => fs.rmSync(folder, { recursive: true, force: true }),
    },
  };
}
