import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import { deactivateContactAction, reactivateContactAction } from "@/lib/actions/contact-life";

type Props = {
  org: string;
  contact: { id: string; name: string; isDeactivated: boolean };
};

/** What can be done about one contact, in the head of their page. */
export function ContactActions({ org, contact }: Props) {
  const t = useTranslations("contacts");
  if (contact.isDeactivated) return null;
  return (
    <ButtonLink
      href={withQuery(`/${org}/contacts/bulk`, { do: "workspace", c: contact.id })}
      variant="primary"
    >
      {t("act.workspace")}
    </ButtonLink>
  );
}

/** What admins can do about the contact itself; nothing for anybody else. */
export function ContactLife({ org, contact, may }: Props & { may: { deactivate: boolean; merge: boolean } }) {
  const t = useTranslations("contacts");
  const { id, isDeactivated } = contact;
  const change = isDeactivated ? reactivateContactAction : deactivateContactAction;
  if (!may.merge && !may.deactivate) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {may.merge && (
        <ButtonLink href={withQuery(`/${org}/contacts/merge`, { keep: id })} size="small">
          {t("act.merge")}
        </ButtonLink>
      )}
      {may.deactivate && (
        <ActionForm action={change.bind(null, { org })} className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="contacts" value={id} />
          <Submit size="small">{t(isDeactivated ? "act.reactivate" : "act.deactivate")}</Submit>
        </ActionForm>
      )}
    </div>
  );
}
