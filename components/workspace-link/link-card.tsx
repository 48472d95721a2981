import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { CopyField } from "@/components/ui/copy-field";
import { type Clock, shortDay, untilWords } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { LinkForm } from "@/components/workspace-link/link-form";
import { LinkMore } from "@/components/workspace-link/link-more";
import type { LinkPage, ShownLink } from "@/components/workspace-link/link-page";
import { linkTitle, usesWords } from "@/components/workspace-link/link-words";
import type { LinkView } from "@/lib/domain/link-views";
import type { RoomWords } from "@/lib/words/room";
import { sayIn } from "@/lib/words/say";

type Props = { page: LinkPage; shown: ShownLink; requests: string; clock: Clock };

/** One link: what it is for, the link itself, its form and its uses. Off, it is one switch. */
export function LinkCard({ page, shown, requests, clock }: Props) {
  const t = useTranslations("links");
  const say = sayIn(useLocale());
  const { link, url } = shown;
  const id = `link-${link.id}`;
  return (
    <section aria-labelledby={id} className="link-card">
      <h2 id={id} className="link-title">
        {linkTitle(link, page.roles ?? [], t)}
        <Badge tone={link.state === "open" ? "success" : "warning"}>{t(`state.${link.state}`)}</Badge>
      </h2>
      {link.state === "paused" || link.state === "stopped" ? (
        <Off page={page} link={link} />
      ) : (
        <>
          <CopyField
            key={link.generation}
            value={url}
            label={t("link")}
            copies={t("copyLink")}
            isNew={shown.show === "refreshed" || shown.show === "on"}
          />
          {link.locked ? (
            <Locked page={page} link={link} words={say(link.locked)} />
          ) : (
            <LinkForm
              link={link}
              roles={page.roles}
              isAdmin={page.isAdmin}
              save={page.acts.change}
              until={untilOf(link, clock, t)}
            />
          )}
        </>
      )}
      <LinkMore page={page} shown={shown} requests={requests} clock={clock} words={usesWords(link, t)} />
    </section>
  );
}

function untilOf({ state, expiresAt }: LinkView, clock: Clock, t: RoomWords<"links">): string {
  const day = shortDay(expiresAt, clock);
  return state === "expired"
    ? t("expiredUntil", { day })
    : t("until", { day, left: untilWords(expiresAt, clock) });
}

function Off({ page, link }: { page: LinkPage; link: LinkView }) {
  const t = useTranslations("links");
  const say = sayIn(useLocale());
  return (
    <ActionForm action={page.acts.turnOn} className="link-off">
      <input type="hidden" name="link" value={link.id} />
      {link.state === "stopped" && (
        <p className="note">
          {t.rich("stopped", { name: () => <bdi>{link.maker}</bdi> })}{" "}
          {link.locked ? "" : t("answerYourself")}
        </p>
      )}
      {link.locked ? (
        <p className="hint">{say(link.locked)}</p>
      ) : (
        <Submit variant="primary">{t("turnOn")}</Submit>
      )}
    </ActionForm>
  );
}

/** What somebody may do about a link that they may not change. */
function Locked({ page, link, words }: { page: LinkPage; link: LinkView; words: string }) {
  const t = useTranslations("links");
  return (
    <ActionForm action={page.acts.change} className="link-off">
      <p className="note">{words}</p>
      <input type="hidden" name="link" value={link.id} />
      <input type="hidden" name="access" value="off" />
      <Submit>{t("turnOff")}</Submit>
    </ActionForm>
  );
}
