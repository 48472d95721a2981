import { useTranslations } from "next-intl";
import type { LinkRole } from "@/components/workspace-link/link-page";
import type { Audience } from "@/lib/domain/link-views";

type Props = {
  id: string;
  /** Those that the chosen people may fill. */
  roles: LinkRole[];
  role: string;
  audience: Audience;
  setAudience: (audience: Audience) => void;
  isAdmin: boolean;
  errors: Record<string, string>;
};

/** As what people join who use the link, and the role they fill. */
export function LinkPeople({ id, roles, role, audience, setAudience, isAdmin, errors }: Props) {
  const t = useTranslations("links.form");
  const ui = useTranslations("ui");
  return (
    <>
      <label className="label" htmlFor={`${id}-audience`}>
        {t("joinAs")}
      </label>
      <div>
        <select
          id={`${id}-audience`}
          name="audience"
          className="input"
          value={audience}
          onChange={({ target }) => setAudience(target.value === "internal" ? "internal" : "client")}
          aria-describedby={isAdmin ? undefined : `${id}-audience-hint`}
        >
          <option value="client">{ui("client")}</option>
          <option value="internal" disabled={!isAdmin}>
            {ui("internalUser")}
          </option>
        </select>
        {!isAdmin && (
          <p id={`${id}-audience-hint`} className="hint">
            {t("onlyAdmins")}
          </p>
        )}
        {errors.audience && <p className="error">{errors.audience}</p>}
      </div>
      <label className="label" htmlFor={`${id}-role`}>
        {t("role")}
      </label>
      <div>
        <select
          id={`${id}-role`}
          name="role"
          className="input"
          defaultValue={role}
          aria-invalid={errors.role ? true : undefined}
          aria-describedby={errors.role ? `${id}-role-error` : undefined}
        >
          <option value="">{t("noRole")}</option>
          {roles.map(({ id: value, name, holder }) => (
            <option key={value} value={value}>
              {holder ? t("held", { role: name, holder }) : name}
            </option>
          ))}
        </select>
        {errors.role && (
          <p id={`${id}-role-error`} className="error">
            {errors.role}
          </p>
        )}
      </div>
    </>
  );
}
