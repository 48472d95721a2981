import { TextField } from "@/components/ui/field";
import type { TemplateFlow } from "@/lib/domain/template-views";

const whom = {
  any: "Name, email or phone number of a person, or the name of a client group or internal team",
  client: "Name, email or phone number of a client, or the name of a client group",
  internal: "Name or email of an internal user, or the name of an internal team",
};

const ADMINS = "Only admins can invite new internal users. Ask an admin.";

type Props = {
  role: TemplateFlow["roles"][number];
  place: number;
  typed: string;
  kind: string;
  isAdmin: boolean;
};

/** Who is to fill one role: anybody known by name or address, or somebody new. */
export function RolePerson({ role: { name, audience }, place, typed, kind, isAdmin }: Props) {
  const hints = [whom[audience], audience !== "client" && !isAdmin && ADMINS].filter(Boolean);
  const isAsked = audience === "any" && isAdmin;
  return (
    <div className="template-person">
      <input type="hidden" name="roles" value={name} />
      <TextField
        id={`person-${place}`}
        name="people"
        label={name}
        hint={`${hints.join(". ").replace(/\.$/, "")}.`}
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
          aria-label={`What somebody new as ${name} is`}
          className="input"
        >
          <option value="client">New: client</option>
          <option value="internal">New: internal user</option>
        </select>
      ) : (
        <input type="hidden" name="kinds" value={audience === "internal" ? "internal" : "client"} />
      )}
    </div>
  );
}
