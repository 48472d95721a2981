"use client";

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
  const { form, fields, said, isRefused } = useSaving(save);
  const [audience, setAudience] = useState(link.audience);
  const id = useId();
  return (
    <form {...form} className="link-form">
      <input type="hidden" name="link" value={link.id} />
      <Seen values={seenOf(link, roles !== null)} />
      <Access id={id} domains={link.domains} error={fields.domains} />
      {roles && (
        <LinkPeople
          id={id}
          roles={roles.filter((role) => role.audience === "any" || role.audience === audience)}
          role={link.role}
          audience={audience}
          setAudience={setAudience}
          isAdmin={isAdmin}
          errors={fields}
        />
      )}
      <span className="label" id={`${id}-approval`}>
        Approval
      </span>
      <div>
        <label className="link-choice">
          <input
            type="checkbox"
            name="approval"
            defaultChecked={link.mode === "request"}
            aria-describedby={fields.approval ? `${id}-approval-error` : undefined}
          />
          {roles ? "A member approves each request" : "An admin approves each request"}
        </label>
        <Refusal id={`${id}-approval-error`} words={fields.approval} />
      </div>
      <Limits id={id} until={until} maxUses={link.maxUses} errors={fields} />
      <noscript>
        <button type="submit" className={buttonClass()}>
          Save
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

function Refusal({ id, words }: { id: string; words?: string }) {
  return words ? (
    <p id={id} className="error">
      {words}
    </p>
  ) : null;
}

function Access({ id, domains, error }: { id: string; domains: string[]; error?: string }) {
  const isNarrowed = domains.length > 0;
  return (
    <fieldset className="link-access">
      <legend className="label">Who can use it</legend>
      <div>
        <label className="link-choice">
          <input type="radio" name="access" value="anyone" defaultChecked={!isNarrowed} />
          Anyone with the link
        </label>
        <div className="link-domains">
          <label className="link-choice">
            <input type="radio" name="access" value="domains" defaultChecked={isNarrowed} />
            Only people at
          </label>
          <input
            name="domains"
            className="input"
            aria-label="Domains"
            placeholder="acme.com, *.acme.com"
            defaultValue={domains.join(", ")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-domains-error` : undefined}
          />
        </div>
        <Refusal id={`${id}-domains-error`} words={error} />
        <label className="link-choice">
          <input type="radio" name="access" value="off" />
          Off
        </label>
      </div>
    </fieldset>
  );
}

type LimitsProps = { id: string; until: string; maxUses: number | null; errors: Record<string, string> };

function Limits({ id, until, maxUses, errors }: LimitsProps) {
  return (
    <>
      <label className="label" htmlFor={`${id}-days`}>
        Expires
      </label>
      <div>
        <select id={`${id}-days`} name="days" className="input" defaultValue="">
          <option value="">{until}</option>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {days === 1 ? "1 day" : `${days} days`} from now
            </option>
          ))}
        </select>
        <Refusal id={`${id}-days-error`} words={errors.days} />
      </div>
      <label className="label" htmlFor={`${id}-uses`}>
        Maximum uses
      </label>
      <div>
        <input
          id={`${id}-uses`}
          name="maxUses"
          inputMode="numeric"
          className="input"
          placeholder="No limit"
          defaultValue={maxUses ?? ""}
          autoComplete="off"
          aria-invalid={errors.maxUses ? true : undefined}
          aria-describedby={errors.maxUses ? `${id}-uses-error` : undefined}
        />
        <Refusal id={`${id}-uses-error`} words={errors.maxUses} />
      </div>
    </>
  );
}
