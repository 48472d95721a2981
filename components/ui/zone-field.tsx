import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/field";

type Props = {
  label: string;
  hint?: string;
  error?: string;
  defaultValue?: string;
  zones: string[];
  /** The organization's. */
  ownZone: string;
};

/** A choice of a person's own time zone; the first is none, and then the organization's holds. */
export function ZoneField({ zones, ownZone, ...field }: Props) {
  const ui = useTranslations("ui");
  return (
    <SelectField {...field} name="timeZone">
      <option value="">{ui("ownZone", { zone: ownZone })}</option>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </SelectField>
  );
}
