import type { SaidBulk } from "@/lib/actions/bulk";
import type { BulkAct } from "@/lib/domain/bulk";
import type { RoomWords } from "@/lib/words/room";

type Words = RoomWords<"contacts">;

/** The button that does it: the verb, the number, and where to. */
export function buttonWords(act: BulkAct, count: number, target: string | undefined, t: Words): string {
  if (act === "invite" || act === "deactivate") return t(`bulk.${act}`, { count });
  return target ? t("bulk.addTo", { count, target }) : t("bulk.add", { count });
}

/** "Ann, Ben and 198 more". */
export function namesWords(names: string[], count: number, t: Words): string {
  const more = count - names.length;
  if (more > 0) return t("many.more", { names: names.join(", "), count: more });
  const last = names.at(-1) ?? "";
  return names.length > 1 ? t("many.two", { first: names.slice(0, -1).join(", "), last }) : last;
}

/** "198 invited, 2 added." */
export function doneWords({ done, notDone }: SaidBulk, t: Words): string {
  const counts = done.map(({ status, count }) => t(`bulk.done.${status}`, { count }));
  const parts = notDone.count > 0 ? [...counts, t("bulk.done.not", { count: notDone.count })] : counts;
  return `${parts.join(", ")}.`;
}
