"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { InvitationForms } from "@/components/invitations/not-joined-actions";
import type { Invited } from "@/components/invitations/not-joined-box";
import { ChangeAddress, Confirm } from "@/components/invitations/not-joined-layers";
import { CopyField } from "@/components/ui/copy-field";
import { late } from "@/components/ui/late";
import { Submit } from "@/components/ui/submit";

type Props = Invited & { answers: InvitationForms; status: ReactNode };

/**
 * What can be done about an invitation besides resending it: handing over its link, another address,
 * another link, no reminders, none at all. Where nothing can be resent, the address comes first.
 */
export const MoreForms = late(function MoreForms({
  rowId,
  contactId,
  name,
  invitationId,
  words,
  mayChange,
  answers,
  status,
}: Props) {
  const t = useTranslations("invite");
  const { forms, link, changed, replaced } = answers;
  const which = <input type="hidden" name="invitation" value={invitationId} />;
  const change = mayChange && (
    <ChangeAddress
      rowId={rowId}
      contactId={contactId}
      name={name}
      isOpen={words.isOpen}
      send={forms.change}
      state={changed}
    />
  );
  return (
    <>
      {change && !words.resendLabel && <div className="invitation-first">{change}</div>}
      {words.isOpen && mayChange && (
        <form action={forms.copy}>
          {which}
          <Submit isWide>{t("box.copy")}</Submit>
        </form>
      )}
      {link && <CopyField key={link} value={link} label={t("box.link", { name })} isAsked />}
      {status}
      <div className="invitation-more">
        {words.resendLabel && change}
        {words.isOpen && (
          <Confirm
            id={`replace-${rowId}`}
            label={t("box.replace")}
            send={forms.replace}
            state={replaced}
            hidden={which}
          >
            {t("box.replaceHint")}
          </Confirm>
        )}
        {words.reminders && (
          <form action={forms[words.reminders]}>
            {which}
            <button type="submit" className="menu-item">
              {t(`box.${words.reminders}`)}
            </button>
          </form>
        )}
        {words.mayCancel && (
          <form action={forms.cancel}>
            {which}
            <button type="submit" className="menu-item">
              {t("box.cancel")}
            </button>
          </form>
        )}
      </div>
    </>
  );
});
