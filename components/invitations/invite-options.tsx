import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { SelectField } from "@/components/ui/field";
import type { RoleView } from "@/lib/domain/views";

const NOTE_LENGTH = 500;
const DAYS = [1, 3, 7, 14, 30];

type Props = {
  roles: RoleView[];
  role: string;
  setRole: (role: string) => void;
  /** Without script everything is shown. */
  isPlain?: boolean;
  /** What was typed before and refused. */
  kept?: { days?: string; note?: string };
  errors?: Record<string, string>;
};

/** What may be said about everybody invited at once: role to fill, how long the link works, a note. */
export function InviteOptions({ roles, role, setRole, isPlain, kept, errors = {} }: Props) {
  const t = useTranslations("invite");
  const id = useId();
  const free = roles.filter(({ holder }) => !holder);
  return (
    <div className="invite-options">
      <SelectField
        id={`${id}-role`}
        name="role"
        label={t("options.role")}
        value={role}
        onChange={(event) => setRole(event.target.value)}
        error={errors.role}
      >
        <option value="">{t("options.noRole")}</option>
        {free.map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={`${id}-days`}
        name="days"
        label={t("options.term")}
        error={errors.days}
        defaultValue={kept?.days ?? ""}
      >
        <option value="">{t("options.usualTerm")}</option>
        {DAYS.map((days) => (
          <option key={days} value={days}>
            {t("options.days", { count: days })}
          </option>
        ))}
      </SelectField>
      <NoteField id={`${id}-note`} isPlain={isPlain} kept={kept?.note} error={errors.note} />
    </div>
  );
}

type NoteProps = { id: string; isPlain?: boolean; kept?: string; error?: string };

function NoteField({ id, isPlain, kept = "", error }: NoteProps) {
  const t = useTranslations("invite");
  const [isOpen, setOpen] = useState(false);
  const [length, setLength] = useState(kept.length);
  if (!isPlain && !isOpen)
    return (
      <button type="button" className="link invite-note" onClick={() => setOpen(true)}>
        {t("options.addNote")}
      </button>
    );
  return (
    <div className="field invite-note-field">
      <label className="label" htmlFor={id}>
        {t("options.note")}
      </label>
      <textarea
        id={id}
        name="note"
        className="input"
        rows={3}
        maxLength={NOTE_LENGTH}
        defaultValue={kept}
        aria-describedby={`${id}-hint`}
        aria-invalid={error ? true : undefined}
        ref={isOpen ? focusOnce : undefined}
        onChange={(event) => setLength(event.target.value.length)}
      />
      <p id={`${id}-hint`} className={error ? "error" : "hint"}>
        {error ?? t("options.noteHint", { count: NOTE_LENGTH - length })}
      </p>
    </div>
  );
}

const focusOnce = (element: HTMLTextAreaElement | null) => element?.focus();
