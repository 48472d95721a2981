import { Field, SelectField } from "@/components/ui/field";
import type { RequestRow } from "@/lib/domain/join-views";
import type { RequestsProps } from "./requests";

/** What to decide about one request: as what somebody comes in, in which role, or why not. */
export function RequestFields({ row, roles, isAdmin }: RequestsProps & { row: RequestRow }) {
  const { request, contactKind, audience, roleId, mayApprove } = row;
  const free = roles.filter(({ holder }) => !holder);
  return (
    <div className="person-remove">
      <input type="hidden" name="of" value={request} />
      {!mayApprove && <p>Only admins can let in new internal users. Ask an admin.</p>}
      {contactKind === null && roles.length > 0 && (
        <SelectField name="as" label="Comes in as" defaultValue={isAdmin ? audience : "client"}>
          <option value="client">Client</option>
          {isAdmin && <option value="internal">Internal user</option>}
        </SelectField>
      )}
      {free.length > 0 && (
        <SelectField
          name="role"
          label="Role"
          defaultValue={free.some(({ id }) => id === roleId) ? (roleId ?? "") : ""}
        >
          <option value="">No role</option>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <Field id="reason" label="Reason, if you decline" hint="They read it in the message.">
        <textarea
          id="reason"
          name="reason"
          rows={2}
          maxLength={500}
          className="input"
          aria-describedby="reason-hint"
        />
      </Field>
    </div>
  );
}
