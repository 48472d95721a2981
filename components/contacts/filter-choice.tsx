import { useTranslations } from "next-intl";

type Option = { id: string; name: string };

type Props = { name: string; label: string; value?: string; options: Option[] };

/** What a list is narrowed to in one respect; "Any" at first. A field of a `LiveForm`, which keeps it at what the address says. */
export function FilterChoice({ name, label, value, options }: Props) {
  const t = useTranslations("contacts");
  return (
    <select name={name} aria-label={label} defaultValue={value} className="input">
      <option value="">{t("find.any", { label })}</option>
      {options.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
