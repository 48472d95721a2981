import "./workspace-link.css";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Icon } from "@/components/ui/icon";
import type { Clock } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import { Words } from "@/components/ui/words";
import { LinkCard } from "@/components/workspace-link/link-card";
import type { LinkPage, ShownLink } from "@/components/workspace-link/link-page";

export type LinkScreenProps = {
  page: LinkPage;
  links: ShownLink[];
  /** What a link of this kind does, for whoever has none yet. */
  about: string;
  /** Where requests are answered. */
  requests: string;
  /** Whether there may be several. */
  isOne?: boolean;
  command: string;
  clock: Clock;
};

/** The Workspace Link: every link of the place with its form, what became of it, and a way to make one. */
export function LinkScreen({ page, links, about, requests, isOne, command, clock }: LinkScreenProps) {
  const t = useTranslations("links");
  const ui = useTranslations("ui");
  return (
    <Words of={["links"]}>
      <header className="head">
        <Crumbs trail={[page.back]} here={page.title} />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="link-frame">
          <div className="link-head">
            <h1 className="text-16 font-semibold">{page.title}</h1>
            <a
              href={page.back.path}
              aria-label={ui("close")}
              data-close
              className={buttonClass({ variant: "ghost", isIcon: true })}
            >
              <Icon name="close" />
            </a>
          </div>
          {links.length === 0 && <p className="link-about">{about}</p>}
          {links.map((shown) => (
            <LinkCard key={shown.link.id} page={page} shown={shown} requests={requests} clock={clock} />
          ))}
          {(links.length === 0 || !isOne) && (
            <ActionForm action={page.acts.create} className="link-new">
              <input type="hidden" name="command" value={command} />
              <Submit variant={links.length === 0 ? "primary" : "default"}>
                {links.length === 0 ? t("turnOn") : t("newLink")}
              </Submit>
            </ActionForm>
          )}
        </div>
      </main>
    </Words>
  );
}
