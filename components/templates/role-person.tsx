import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import type { TemplateFlow } from "@/lib/domain/template-views";

type Props = {
  role: TemplateFlow["roles"][number];
  place: number;
  typed: string;
  kind: string;
  isAdmin: boolean;
};

/** Who is to fill one role: anybody known by name or address, or somebody new. */
export function RolePerson({ role: { name, audience }, place, typed, kind, isAdmin }: Props) {
  const t = useTranslations("templates.person");
  const hints = [t(audience), audience !== "client" && !isAdmin && t("onlyAdmins")].filter(Boolean);
  const isAsked = audience === "any" && isAdmin;
  return (
    <div className="template-person">
      <input type="hidden" name="roles" value={name} />
      <TextField
        id={`person-${place}`}
        name="people"
        label={name}
        hint={hints.join(" ")}
        defaultValue={typed}
        list={`people-${audience}`}
        maxLength={512}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      {isAsked ? (
        <select
          name="kinds"
          defaultValue={kind || "client"}
          aria-label={t("kind", { role: name })}
          className="input"
        >
          <option value="client">{t("newClient")}</option>
          <option value="internal">{t("newInternal")}</option>
        </select>
      ) : (
        <input type="hidden" name="kinds" value={audience === "internal" ? "internal" : "client"} />
      )}
    </div>
  );
}
