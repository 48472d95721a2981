import type { ComponentProps, ReactNode } from "react";

type Words = { id?: string; label: string; hint?: ReactNode; error?: string };

const describedBy = (id: string, { hint, error }: Words) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** Label above, hint and error below, tied to the control with the same `id`. */
function Field({ id, label, hint, error, children }: Words & { id: string; children: ReactNode }) {
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

/** What the label, hint and error need, and what the control itself; `id` defaults to `name`. */
function parted<P extends Words & { name: string; className?: string }>({
  label,
  hint,
  error,
  className = "",
  ...rest
}: P) {
  const id = rest.id ?? rest.name;
  const words = { id, label, hint, error };
  return {
    words,
    control: {
      ...rest,
      id,
      className: `input ${className}`,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": describedBy(id, words),
    },
  };
}

type Labelled<Tag extends "input" | "textarea" | "select"> = Words & { name: string } & ComponentProps<Tag>;

/** A labelled line of text. */
export function TextField(props: Labelled<"input">) {
  const { words, control } = parted(props);
  return (
    <Field {...words}>
      <input {...control} />
    </Field>
  );
}

/** A labelled text of several lines. */
export function TextAreaField(props: Labelled<"textarea">) {
  const { words, control } = parted(props);
  return (
    <Field {...words}>
      <textarea {...control} />
    </Field>
  );
}

/** A labelled choice from a list. */
export function SelectField(props: Labelled<"select">) {
  const { words, control } = parted(props);
  return (
    <Field {...words}>
      <select {...control} />
    </Field>
  );
}
