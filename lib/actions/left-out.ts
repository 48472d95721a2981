import { getTranslations } from "next-intl/server";
import type { Language } from "@/lib/domain/languages";
import { sayIn } from "@/lib/words/say";

/** A reason, and who was left out for it: `who` is one by name, or "12 people". */
export type Reason = { who: string; reason: string; people: { id: string; name: string }[] };

/** Who was left out of an act on many, each of them once. */
export type LeftOut = { count: number; reasons: Reason[] };

/** Who was left out, under the reasons for it in the reader's language, in the order in which these come first. */
export async function leftOutIn(
  language: Language,
  list: { name: string; reason: string }[],
): Promise<LeftOut> {
  const say = sayIn(language);
  const t = await getTranslations({ locale: language, namespace: "ui" });
  const byReason = new Map<string, Reason["people"]>();
  for (const [at, { name, reason }] of list.entries()) {
    const one = { id: String(at), name };
    const people = byReason.get(reason);
    if (people) people.push(one);
    else byReason.set(reason, [one]);
  }
  const reasons = [...byReason].map(([reason, people]) => {
    const [first, second] = people;
    const who = first && !second ? first.name : t("people", { count: people.length });
    return { who, reason: say(reason), people };
  });
  return { count: list.length, reasons };
}
