import type { LinkView } from "@/lib/domain/link-views";
import type { RoomWords } from "@/lib/words/room";

type Words = RoomWords<"links">;

/** "Clients ask to join": what a link is for, in a few words. */
export function linkTitle(
  { audience, mode, role }: LinkView,
  roles: { id: string; name: string }[],
  t: Words,
): string {
  const name = roles.find(({ id }) => id === role)?.name;
  return name ? t(`purpose.${audience}.${mode}As`, { role: name }) : t(`purpose.${audience}.${mode}`);
}

/** "Used 3 times of 5 · 1 waiting". */
export function usesWords(
  { uses, maxUses, waiting }: Pick<LinkView, "uses" | "maxUses" | "waiting">,
  t: Words,
): string {
  const used = uses === 0 ? unusedWords(maxUses, t) : usedWords(uses, maxUses, t);
  return waiting > 0 ? `${used} · ${t("uses.waiting", { waiting })}` : used;
}

const unusedWords = (most: number | null, t: Words) =>
  most === null ? t("uses.none") : t("uses.noneLeft", { most });

const usedWords = (uses: number, most: number | null, t: Words) =>
  most === null ? t("uses.some", { uses }) : t("uses.someOf", { uses, most });

/** "1 person is waiting: Kim Lee." */
export function waitingWords(
  { waiting, waitingNames }: Pick<LinkView, "waiting" | "waitingNames">,
  t: Words,
): string {
  if (waiting === 0) return t("nobodyWaits");
  return t("waits", { count: waiting, names: namesWords(waitingNames, waiting - waitingNames.length, t) });
}

/** "Kim, Jo and 6 more". */
function namesWords(names: string[], more: number, t: Words): string {
  if (more > 0) return t("namesAndMore", { names: names.join(", "), count: more });
  const last = names.at(-1) ?? "";
  return names.length > 1 ? t("namesAnd", { names: names.slice(0, -1).join(", "), last }) : last;
}
