import "./choices.css";

type Props = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  options: { id: string; name: string }[];
  chosen: string[];
};

/** Some of a list, as check-boxes. */
export function Choices({ name, label, hint, error, options, chosen }: Props) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={name} className="field" aria-describedby={described || undefined}>
      <legend className="label">{label}</legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.id} className="choice">
            <input
              type="checkbox"
              name={name}
              value={option.id}
              defaultChecked={chosen.includes(option.id)}
            />
            <span className="break">{option.name}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
