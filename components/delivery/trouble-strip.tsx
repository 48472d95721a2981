import { useTranslations } from "next-intl";
import { type Clock, Moment } from "@/components/ui/moment";
import type { Trouble } from "@/lib/domain/delivery-health";
import { sayIn } from "@/lib/words/say";

/** Says at the top of a screen that messages wait, since when and why; nothing while they leave. */
export function TroubleStrip({ troubles, clock }: { troubles: Trouble[]; clock: Clock }) {
  const t = useTranslations("delivery");
  const say = sayIn(clock.language);
  return troubles.map(({ kind, sentence, since }) => (
    <p key={kind} role="status" className="note note-warning m-3">
      {say(sentence)} {t("trouble.copying")}
      {since && <> {t.rich("trouble.began", { when: () => <Moment at={since} clock={clock} /> })}</>}
    </p>
  ));
}
