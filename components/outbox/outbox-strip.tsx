import { useTranslations } from "next-intl";
import type { OutboxAt } from "@/components/outbox/outbox-screen";
import { stripWords } from "@/components/outbox/outbox-words";

/** Why messages wait, and that nothing leaves the machine where that is so. */
export function OutboxStrip({ page, isMailbox, clock }: Pick<OutboxAt, "page" | "isMailbox" | "clock">) {
  const t = useTranslations("outbox");
  const words = stripWords(page, clock, t);
  return (
    <div className="outbox-strips">
      <p role="status" className={words ? "outbox-strip outbox-strip-trouble" : "sr-only"}>
        {words}
      </p>
      {isMailbox && (
        <p className="outbox-strip">
          {t.rich("mailbox", {
            a: (name) => (
              <a href="/mailbox" className="link">
                {name}
              </a>
            ),
          })}
        </p>
      )}
    </div>
  );
}
