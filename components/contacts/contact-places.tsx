import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import { addSelfAction } from "@/lib/actions/internal-requests";
import type { ContactView } from "@/lib/domain/views";

type Props = { org: string; contact: ContactView; mayAddSelf: boolean };

/** The workspaces and groups somebody is in. Workspaces the reader is no member of have a name only; admins can add themselves. */
export function ContactPlaces({ org, contact, mayAddSelf }: Props) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const add = withQuery(`/${org}/contacts/bulk`, { do: "group", c: contact.id });
  return (
    <>
      <section aria-labelledby="contact-workspaces">
        <h2 id="contact-workspaces" className="group-heading">
          {t("column.workspaces")}
        </h2>
        {contact.workspaces.length === 0 && <p className="text-fg-2">{t("page.noWorkspace")}</p>}
        <ul className="contact-list">
          {contact.workspaces.map(({ id, name, isJoined, isVisible }) => (
            <li key={id}>
              {isVisible ? (
                <a href={`/${org}/w/${id}`} className="link reach">
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
              {!isVisible && mayAddSelf && (
                <ActionForm action={addSelfAction.bind(null, { org })} className="ms-auto">
                  <input type="hidden" name="workspace" value={id} />
                  <Submit size="small" aria-label={t("page.addYourselfTo", { name })}>
                    {t("page.addYourself")}
                  </Submit>
                </ActionForm>
              )}
              {isJoined ? (
                <span className="contact-end">{ui("joined")}</span>
              ) : (
                <Badge tone="warning" hasRing>
                  {ui("notJoined")}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="contact-groups">
        <h2 id="contact-groups" className="group-heading">
          {t("column.groups")}
        </h2>
        <ul className="contact-list">
          {contact.groups.map(({ id, name, kind }) => (
            <li key={id}>
              <a href={`/${org}/contacts/groups/${id}`} className="link reach">
                <bdi>{name}</bdi>
              </a>
              <span className="contact-end">{ui(kind === "team" ? "internalTeam" : "clientGroup")}</span>
            </li>
          ))}
        </ul>
        {contact.groups.length === 0 && <p className="text-fg-2">{t("page.noGroup")}</p>}
        {!contact.deactivatedAt && (
          <ButtonLink href={add} size="small" className="mt-2">
            {t("act.group")}
          </ButtonLink>
        )}
      </section>
    </>
  );
}
