import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useTakeOver } from "@/components/people-field/use-take-over";
import { TextField } from "@/components/ui/field";
import type { TemplateFlow } from "@/lib/domain/template-views";

type Props = {
  org: string;
  role: TemplateFlow["roles"][number];
  place: number;
  typed: string;
  kind: string;
  isAdmin: boolean;
  /** Somebody was chosen: on to what follows this field. */
  goOn: (field: HTMLElement) => void;
};

const load = () => import("./role-field");

/** Who is to fill one role, searched for as one types; until that has come and without script a line of text. */
export function RolePerson({ org, role, place, typed, kind, isAdmin, goOn }: Props) {
  const t = useTranslations("templates.person");
  const { name, audience } = role;
  const box = useRef<HTMLDivElement>(null);
  const taken = useTakeOver(load, box);
  const hints = [t(audience), audience !== "client" && !isAdmin && t("onlyAdmins")].filter(Boolean);
  const [id, hint] = [`person-${place}`, hints.join(" ")];
  const onChosen = () => {
    const field = document.getElementById(id);
    if (field) goOn(field);
  };
  return (
    <div ref={box} className="template-person">
      <input type="hidden" name="roles" value={name} />
      {taken ? (
        <taken.code.RoleField
          {...{ org, role, id, isAdmin, hint, onChosen }}
          text={taken.typed}
          kind={taken.chosen}
        />
      ) : (
        <RoleText {...{ role, id, hint, typed, kind, isAdmin }} />
      )}
    </div>
  );
}

type TextProps = Pick<Props, "role" | "typed" | "kind" | "isAdmin"> & { id: string; hint: string };

/** Anybody known by name or address, or somebody new. */
function RoleText({ role: { name, audience }, id, hint, typed, kind, isAdmin }: TextProps) {
  const t = useTranslations("templates.person");
  const isAsked = audience === "any" && isAdmin;
  return (
    <>
      <TextField
        id={id}
        name="people"
        label={name}
        hint={hint}
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
      <input type="hidden" name="groups" value="" />
    </>
  );
}
