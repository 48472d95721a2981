import { FindInput } from "@/components/ui/find-input";

type Props = { action: string; label: string; value?: string; keep?: Record<string, string | undefined> };

/** Searches by address: a GET form that keeps the other parameters. Focused by the key `/`. */
export function Find({ action, label, value, keep = {} }: Props) {
  return (
    <search className="find">
      <form action={action}>
        {Object.entries(keep).map(
          ([name, kept]) => kept && <input key={name} type="hidden" name={name} value={kept} />,
        )}
        <FindInput key={value} label={label} value={value} />
      </form>
    </search>
  );
}
