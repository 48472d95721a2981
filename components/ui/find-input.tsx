import { Icon } from "@/components/ui/icon";

type Props = { label: string; value?: string; name?: string };

/** The field of a search, focused by the key `/`. */
export function FindInput({ label, value, name = "find" }: Props) {
  return (
    <>
      <Icon name="find" />
      <input
        type="search"
        name={name}
        data-key="/"
        defaultValue={value}
        maxLength={100}
        aria-label={label}
        placeholder={`${label}…`}
        enterKeyHint="search"
        className="input"
      />
    </>
  );
}
