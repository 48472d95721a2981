import { Icon } from "@/components/ui/icon";

type Props = { action: string; label: string; value?: string; keep?: Record<string, string | undefined> };

/** Searches by address: a GET form that keeps the other parameters. Focused by the key `/`. */
export function Find({ action, label, value, keep = {} }: Props) {
  return (
    <search className="find">
      <form action={action}>
        {Object.entries(keep).map(
          ([name, kept]) => kept && <input key={name} type="hidden" name={name} value={kept} />,
        )}
        <Icon name="find" />
        <input
          type="search"
          name="find"
          data-key="/"
          key={value}
          defaultValue={value}
          maxLength={100}
          aria-label={label}
          placeholder={`${label}…`}
          enterKeyHint="search"
          className="input"
        />
      </form>
    </search>
  );
}
