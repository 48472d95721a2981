import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import type { Clock } from "@/components/ui/moment";
import { StatusLine } from "@/components/ui/status-line";
import { Submit } from "@/components/ui/submit";
import {
  type LinkPage,
  type LinkSeen,
  type ShownLink,
  seenPath,
} from "@/components/workspace-link/link-page";
import { LinkUsesList } from "@/components/workspace-link/link-uses";
import { waitingWords } from "@/components/workspace-link/link-words";
import type { LinkView } from "@/lib/domain/link-views";

type Props = { page: LinkPage; shown: ShownLink; requests: string; clock: Clock; words: string };

/** Below the form: uses, QR code and refreshing, of which one is open at a time, as the address says. */
export function LinkMore({ page, shown, requests, clock, words }: Props) {
  const t = useTranslations("links");
  const { link, show, uses, qr } = shown;
  const isAlive = link.state !== "paused" && link.state !== "stopped";
  const toggle = (what: NonNullable<LinkSeen["show"]>, opens: string, closes: string) => (
    <a
      href={seenPath(page.path, show === what ? {} : { link: link.id, show: what })}
      data-still
      aria-expanded={show === what}
      className="link"
    >
      {show === what ? closes : opens}
    </a>
  );
  return (
    <>
      <p className="link-more">
        <span>{words}</span>
        {link.uses > 0 && toggle("uses", t("view"), t("hide"))}
        {isAlive && (
          <>
            {toggle("qr", t("showQr"), t("hideQr"))}
            {!link.locked && toggle("refresh", t("refreshAsk"), t("keep"))}
          </>
        )}
      </p>
      <StatusLine text={show === "refreshed" && isAlive ? t("refreshed") : null} />
      {show === "refresh" && isAlive && !link.locked && <Refresh page={page} link={link} />}
      {qr && isAlive && <QrCode page={page} link={link} qr={qr} />}
      {uses && (
        <LinkUsesList
          page={page}
          link={link.id}
          uses={uses}
          requests={link.waiting > 0 ? requests : null}
          clock={clock}
        />
      )}
    </>
  );
}

function Refresh({ page, link }: { page: LinkPage; link: LinkView }) {
  const t = useTranslations("links");
  const ui = useTranslations("ui");
  return (
    <ActionForm action={page.acts.refresh} className="link-open note">
      <p>{t("stops", { waits: waitingWords(link, t) })}</p>
      <input type="hidden" name="link" value={link.id} />
      <input type="hidden" name="generation" value={link.generation} />
      <p className="flex flex-wrap gap-2">
        <Submit variant="danger">{t("refresh")}</Submit>
        <ButtonLink href={page.path} data-still>
          {ui("cancel")}
        </ButtonLink>
      </p>
    </ActionForm>
  );
}

type QrProps = { page: LinkPage; link: LinkView; qr: { size: number; path: string } };

function QrCode({ page, link, qr }: QrProps) {
  const t = useTranslations("links");
  const files = page.roles ? `${page.path}/${link.id}` : page.path;
  return (
    <div className="link-open link-qr">
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t("qr")} shapeRendering="crispEdges">
        <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
        <path d={qr.path} />
      </svg>
      <p className="flex flex-wrap gap-2">
        <ButtonLink href={`${files}/qr.svg`} download>
          {t("svg")}
        </ButtonLink>
        <ButtonLink href={`${files}/qr.png`} download>
          {t("png")}
        </ButtonLink>
      </p>
    </div>
  );
}
