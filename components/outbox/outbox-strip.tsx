import type { OutboxAt } from "@/components/outbox/outbox-screen";
import { stripWords } from "@/components/outbox/outbox-words";

/** Why messages wait, and that nothing leaves the machine where that is so. */
export function OutboxStrip({ page, isMailbox, clock }: Pick<OutboxAt, "page" | "isMailbox" | "clock">) {
  const words = stripWords(page, clock);
  return (
    <div className="outbox-strips">
      <p role="status" className={words ? "outbox-strip outbox-strip-trouble" : "sr-only"}>
        {words}
      </p>
      {isMailbox && (
        <p className="outbox-strip">
          Development: nothing leaves this machine. Messages are kept here and in the{" "}
          <a href="/mailbox" className="link">
            local mailbox
          </a>
          .
        </p>
      )}
    </div>
  );
}
