import type { ComponentProps, ReactNode } from "react";

type Words = { id?: string; label: string; hint?: ReactNode; error?: string };

const describedBy = (id: string, { hint, error }: Words) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** Label above, hint and error below, tied to the control with the same `id`. */
export function Field({ id, label, hint, error, children }: Words & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className="label">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}

/** A labelled line of text. `id` defaults to `name`. */
export function TextField({
  label,
  hint,
  error,
  className = "",
  ...rest
}: Words & { name: string } & ComponentProps<"input">) {
  const id = rest.id ?? rest.name;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        id={id}
        className={`input ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
      />
    </Field>
  );
}

/** A labelled text of several lines. `id` defaults to `name`. */
export function TextAreaField({
  label,
  hint,
  error,
  className = "",
  ...rest
}: Words & { name: string } & ComponentProps<"textarea">) {
  const id = rest.id ?? rest.name;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        id={id}
        className={`input ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
      />
    </Field>
  );
}

/** A labelled choice from a list. `id` defaults to `name`. */
export function SelectField({
  label,
  hint,
  error,
  className = "",
  ...rest
}: Words & { name: string } & ComponentProps<"select">) {
  const id = rest.id ?? rest.name;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        {...rest}
        id={id}
        className={`input ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, error })}
      />
    </Field>
  );
}
