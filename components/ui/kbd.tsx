import { useTranslations } from "next-intl";

/** Keys that are called differently in other languages. */
const named = ["Ctrl", "Shift", "Enter"] as const;

/** A key as printed on the keyboard; several, separated by spaces, are pressed one after the other. */
export function Kbd({ keys }: { keys: string }) {
  const t = useTranslations("ui.keys");
  const printed = (key: string) => {
    const name = named.find((one) => one === key);
    return name ? t(name) : key;
  };
  return (
    <span className="inline-flex gap-1">
      {keys.split(" ").map((key) => (
        <kbd key={key} className="kbd">
          {printed(key)}
        </kbd>
      ))}
    </span>
  );
}
