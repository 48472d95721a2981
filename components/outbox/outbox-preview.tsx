import type { OutboxAt, Preview } from "@/components/outbox/outbox-screen";
import { outboxPath } from "@/components/outbox/seen";
import { ButtonLink } from "@/components/ui/button";
import type { OutboxMessage } from "@/lib/domain/outbox";

type Props = Pick<OutboxAt, "org" | "seen"> & { open: OutboxMessage; preview: Preview };

const views = [
  [undefined, "Email"],
  ["text", "Text"],
  ["phone", "Phone 375"],
] as const;

/** A message as its recipient sees it, in a frame that can run nothing. */
export function OutboxPreview({ org, seen, open, preview }: Props) {
  const isText = !preview.hasHtml || seen.view === "text";
  const at = (view?: string) => outboxPath(org, seen, { before: seen.before, message: open.id, view });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {preview.hasHtml && (
          <nav aria-label="Preview" className="segments">
            {views.map(([view, words]) => (
              <a
                key={words}
                href={at(view)}
                data-still
                aria-current={(seen.view ?? undefined) === view ? "true" : undefined}
              >
                {words}
              </a>
            ))}
          </nav>
        )}
        {preview.inviteLink && (
          <ButtonLink href={preview.inviteLink} target="_blank" rel="noreferrer" className="ms-auto">
            Open invite link
          </ButtonLink>
        )}
      </div>
      {isText ? (
        <pre className="outbox-text">{preview.text}</pre>
      ) : (
        <iframe
          title={`Preview of the message to ${open.address}`}
          src={`/mailbox/${open.id}`}
          sandbox=""
          className={`outbox-frame ${seen.view === "phone" ? "outbox-phone" : ""}`}
        />
      )}
    </>
  );
}
