import { TextField } from "@/components/ui/field";

/** One input for the digits of a code; pasting them and filling them in from a message work. */
export function CodeField({ label, error }: { label: string; error?: string }) {
  return (
    <TextField
      name="digits"
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      required
      className="[font-variant-numeric:tabular-nums] tracking-[0.2em]"
      error={error}
    />
  );
}
