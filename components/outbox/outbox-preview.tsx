import { useTranslations } from "next-intl";
import type { OutboxAt, Preview } from "@/components/outbox/outbox-screen";
import { outboxPath } from "@/components/outbox/seen";
import { ButtonLink } from "@/components/ui/button";
import type { OutboxMessage } from "@/lib/domain/outbox";

type Props = Pick<OutboxAt, "org" | "seen"> & { open: OutboxMessage; preview: Preview };

const views = [
  [undefined, "email"],
  ["text", "text"],
  ["phone", "phone"],
] as const;

/** A message as its recipient sees it, in a frame that can run nothing. */
export function OutboxPreview({ org, seen, open, preview }: Props) {
  const t = useTranslations("outbox.preview");
  const isText = !preview.hasHtml || seen.view === "text";
  const at = (view?: string) => outboxPath(org, seen, { before: seen.before, message: open.id, view });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {preview.hasHtml && (
          <nav aria-label={t("views")} className="segments">
            {views.map(([view, words]) => (
              <a
                key={words}
                href={at(view)}
                data-still
                aria-current={(seen.view ?? undefined) === view ? "true" : undefined}
              >
                {t(words)}
              </a>
            ))}
          </nav>
        )}
        {preview.inviteLink && (
          <ButtonLink href={preview.inviteLink} target="_blank" rel="noreferrer" className="ms-auto">
            {t("link")}
          </ButtonLink>
        )}
      </div>
      {isText ? (
        <pre className="outbox-text">{preview.text}</pre>
      ) : (
        <iframe
          title={t("name", { address: open.address })}
          src={`/mailbox/${open.id}`}
          sandbox=""
          className={`outbox-frame ${seen.view === "phone" ? "outbox-phone" : ""}`}
        />
      )}
    </>
  );
}
