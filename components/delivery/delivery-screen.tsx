import { useLocale, useTranslations } from "next-intl";
import { SuppressionList, type SuppressionListProps } from "@/components/delivery/suppression-list";
import { TroubleStrip } from "@/components/delivery/trouble-strip";
import { fareWords, handlesWords, timeAround, waitingWords, wayName } from "@/components/delivery/way-words";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { type Clock, Moment } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/actions/run";
import type { Trouble, WayView } from "@/lib/domain/delivery-health";
import { deliveryText } from "@/lib/domain/delivery-words";
import type { TestMessage } from "@/lib/domain/test-message";
import { sayIn } from "@/lib/words/say";

type Act = (state: FormState<{ said: string }>, form: FormData) => Promise<FormState<{ said: string }>>;

type Props = Omit<SuppressionListProps, "lift"> & {
  ways: WayView[];
  troubles: Trouble[];
  untakenSince: Date | null;
  tests: TestMessage[];
  acts: { test: Act; lift: Act };
  clock: Clock;
};

/** Delivery: the ways out in their order and how they fare, a test message, and who gets none. */
export function DeliveryScreen({ ways, troubles, untakenSince, tests, acts, clock, ...list }: Props) {
  const t = useTranslations("delivery");
  return (
    <div className="mx-auto grid max-w-[760px] gap-8">
      <section aria-labelledby="channels" className="grid gap-3">
        <h2 id="channels" className="text-16 font-semibold">
          {t("channels.heading")}
        </h2>
        <p className="hint">{t("channels.hint")}</p>
        {untakenSince && (
          <p role="status" className="note note-warning m-3">
            {t("channels.untaken", { time: timeAround(untakenSince, clock) })}
          </p>
        )}
        <TroubleStrip troubles={troubles} clock={clock} />
        <ol className="timeline-list">
          {ways.map((way) => (
            <WayItem key={way.name} way={way} clock={clock} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="test" className="grid gap-3">
        <h2 id="test" className="text-16 font-semibold">
          {t("test.heading")}
        </h2>
        <ActionForm action={acts.test} className="flex flex-wrap items-center gap-2">
          <Submit name="way" value="">
            {t("test.send")}
          </Submit>
          {(ways.length > 1 ? ways : []).map(({ name }) => (
            <Submit key={name} name="way" value={name}>
              {t("test.sendBy", { way: wayName(name, t) })}
            </Submit>
          ))}
        </ActionForm>
        {tests.map((test) => (
          <TestState key={test.way} test={test} clock={clock} />
        ))}
      </section>
      <SuppressionList {...list} lift={acts.lift} clock={clock} />
    </div>
  );
}

function WayItem({ way, clock }: { way: WayView; clock: Clock }) {
  const t = useTranslations("delivery");
  const ui = useTranslations("ui");
  const say = sayIn(useLocale());
  const waiting = waitingWords(way.waiting, t);
  return (
    <li className="grid gap-1 px-4 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{wayName(way.name, t)}</span>
        <Badge>{handlesWords(way.handles, t)}</Badge>
        {waiting && <Badge tone="warning">{waiting}</Badge>}
      </p>
      <p className="text-13 text-fg-2">{fareWords(way, clock, t, ui)}</p>
      {way.stop && way.error && <p className="hint break">{say(way.error)}</p>}
    </li>
  );
}

function TestState({ test, clock }: { test: TestMessage; clock: Clock }) {
  const t = useTranslations("delivery");
  const say = sayIn(useLocale());
  const { way, channel, delivery, error, address, createdAt } = test;
  return (
    <p className="text-13 text-fg-2">
      {way && <>{wayName(way, t)}: </>}
      {say(deliveryText({ channel, delivery, deliveryError: error }))} · <bdi>{address}</bdi> ·{" "}
      <Moment at={createdAt} clock={clock} />
    </p>
  );
}
