import { useTranslations } from "next-intl";
import { SelectField, TextAreaField } from "@/components/ui/field";
import type { RequestRow } from "@/lib/domain/join-views";
import type { RequestsProps } from "./requests";

/** What to decide about one request: as what somebody comes in, in which role, or why not. */
export function RequestFields({ row, roles, isAdmin }: RequestsProps & { row: RequestRow }) {
  const t = useTranslations("members.requests");
  const ui = useTranslations("ui");
  const { request, contactKind, audience, roleId, mayApprove } = row;
  const free = roles.filter(({ holder }) => !holder);
  return (
    <div className="person-remove">
      <input type="hidden" name="of" value={request} />
      {!mayApprove && <p>{t("adminsOnly")}</p>}
      {contactKind === null && roles.length > 0 && (
        <SelectField name="as" label={t("comesInAs")} defaultValue={isAdmin ? audience : "client"}>
          <option value="client">{ui("client")}</option>
          {isAdmin && <option value="internal">{ui("internalUser")}</option>}
        </SelectField>
      )}
      {free.length > 0 && (
        <SelectField
          name="role"
          label={t("role")}
          defaultValue={free.some(({ id }) => id === roleId) ? (roleId ?? "") : ""}
        >
          <option value="">{t("noRole")}</option>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} maxLength={500} />
    </div>
  );
}
