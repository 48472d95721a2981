"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Seen } from "@/components/ui/seen";
import { StatusLine } from "@/components/ui/status-line";
import type { LinkPage } from "@/components/workspace-link/link-page";
import type { LinkView } from "@/lib/domain/link-views";
import { LinkPeople } from "./link-people";
import { useSaving } from "./use-saving";

const DAYS = [1, 7, 14, 30, 90, 365];

type Props = Pick<LinkPage, "roles" | "isAdmin"> & {
  save: LinkPage["acts"]["change"];
  link: Pick<LinkView, "id" | "audience" | "mode" | "role" | "domains" | "maxUses">;
  /** "in 29 days", "expired": until when the link works as it is. */
  until: string;
};

/** What a link grants. Every change saves at once; a refusal stands beside its field, and what was typed stays. */
export function LinkForm({ link, roles, isAdmin, save, until }: Props) {
  const { form, fields, typed, said, isRefused } = useSaving(save);
  const t = useTranslations("links.form");
  const shown = typed ? asTyped(typed) : asKept(link);
  const [audience, setAudience] = useState(shown.audience);
  const ui = useTranslations("ui");
  const id = useId();
  return (
    <form {...form} className="link-form">
      <input type="hidden" name="link" value={link.id} />
      <Seen values={seenOf(link, roles !== null)} />
      <Access id={id} access={shown.access} domains={shown.domains} error={fields.domains} />
      {roles && (
        <LinkPeople
          id={id}
          roles={roles.filter((role) => role.audience === "any" || role.audience === audience)}
          role={shown.role}
          audience={audience}
          setAudience={setAudience}
          isAdmin={isAdmin}
          errors={fields}
        />
      )}
      <span className="label" id={`${id}-approval`}>
        {t("approval")}
      </span>
      <div>
        <label className="link-choice">
          <input
            type="checkbox"
            name="approval"
            defaultChecked={shown.approval}
            aria-describedby={fields.approval ? `${id}-approval-error` : undefined}
          />
          {roles ? t("byMember") : t("byAdmin")}
        </label>
        <Refusal id={`${id}-approval-error`} words={fields.approval} />
      </div>
      <Limits id={id} until={until} days={shown.days} maxUses={shown.maxUses} errors={fields} />
      <noscript>
        <button type="submit" className={buttonClass()}>
          {ui("save")}
        </button>
      </noscript>
      <StatusLine text={said} isError={isRefused} className="link-said" />
    </form>
  );
}

/** What the form holds before anything is changed, as it would send it. */
const seenOf = (
  { domains, mode, audience, role, maxUses }: Props["link"],
  isPlaced: boolean,
): Record<string, string> => ({
  access: domains.length > 0 ? "domains" : "anyone",
  domains: domains.join(", "),
  ...(mode === "request" && { approval: "on" }),
  maxUses: `${maxUses ?? ""}`,
  ...(isPlaced && { audience, role: role ?? "" }),
});

const asKept = ({ audience, role, domains, mode, maxUses }: Props["link"]) => ({
  ...{ audience, role: role ?? "", days: "", maxUses: String(maxUses ?? "") },
  access: domains.length > 0 ? "domains" : "anyone",
  domains: domains.join(", "),
  approval: mode === "request",
});

/** What stands in a form that was refused, as it was sent. */
function asTyped(typed: Record<string, string[]>): ReturnType<typeof asKept> {
  const only = (name: string) => typed[name]?.[0] ?? "";
  return {
    ...{ access: only("access"), domains: only("domains"), approval: "approval" in typed },
    ...{ role: only("role"), days: only("days"), maxUses: only("maxUses") },
    audience: only("audience") === "internal" ? "internal" : "client",
  };
}

function Refusal({ id, words }: { id: string; words?: string }) {
  return words ? (
    <p id={id} className="error">
      {words}
    </p>
  ) : null;
}

type AccessProps = { id: string; access: string; domains: string; error?: string };

function Access({ id, access, domains, error }: AccessProps) {
  const t = useTranslations("links.form");
  return (
    <fieldset className="link-access">
      <legend className="label">{t("access")}</legend>
      <div>
        <label className="link-choice">
          <input type="radio" name="access" value="anyone" defaultChecked={access === "anyone"} />
          {t("anyone")}
        </label>
        <div className="link-domains">
          <label className="link-choice">
            <input type="radio" name="access" value="domains" defaultChecked={access === "domains"} />
            {t("onlyAt")}
          </label>
          <input
            name="domains"
            className="input"
            aria-label={t("domains")}
            placeholder={t("domainsLike")}
            defaultValue={domains}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-domains-error` : undefined}
          />
        </div>
        <Refusal id={`${id}-domains-error`} words={error} />
        <label className="link-choice">
          <input type="radio" name="access" value="off" defaultChecked={access === "off"} />
          {t("off")}
        </label>
      </div>
    </fieldset>
  );
}

type LimitsProps = {
  id: string;
  until: string;
  days: string;
  maxUses: string;
  errors: Record<string, string>;
};

function Limits({ id, until, days: chosen, maxUses, errors }: LimitsProps) {
  const t = useTranslations("links.form");
  return (
    <>
      <label className="label" htmlFor={`${id}-days`}>
        {t("expires")}
      </label>
      <div>
        <select id={`${id}-days`} name="days" className="input" defaultValue={chosen}>
          <option value="">{until}</option>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {t("daysFromNow", { days })}
            </option>
          ))}
        </select>
        <Refusal id={`${id}-days-error`} words={errors.days} />
      </div>
      <label className="label" htmlFor={`${id}-uses`}>
        {t("maxUses")}
      </label>
      <div>
        <input
          id={`${id}-uses`}
          name="maxUses"
          inputMode="numeric"
          className="input"
          placeholder={t("noLimit")}
          defaultValue={maxUses}
          autoComplete="off"
          aria-invalid={errors.maxUses ? true : undefined}
          aria-describedby={errors.maxUses ? `${id}-uses-error` : undefined}
        />
        <Refusal id={`${id}-uses-error`} words={errors.maxUses} />
      </div>
    </>
  );
}
