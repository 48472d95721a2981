import { randomUUID } from "node:crypto";
import { ASK_AN_ADMIN, ONLY_ADMINS } from "@/components/people-field/chip-words";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { requestInternalAction } from "@/lib/actions/invitations";
import { assignByAddressAction } from "@/lib/actions/roles";
import type { RoleView } from "@/lib/domain/views";
import { actionWords } from "./invite-effects";

type Props = {
  at: { org: string; workspace: string };
  role: RoleView;
  isAdmin: boolean;
  back: string;
};

/** What the "Assign" dialog does, as a part of the page (`?panel=members&invite=1&role=…`), without script. */
export function AssignPlain({ at, role, isAdmin, back }: Props) {
  const { id, name, audience, holder, openActions } = role;
  const forClients = audience !== "internal";
  const forInternal = audience !== "client";
  return (
    <div className="invite-page basis-full">
      <ActionForm action={assignByAddressAction.bind(null, at)} className="grid gap-4">
        <h4 className="font-semibold">
          {holder ? "Hand over" : "Assign"} <bdi>{name}</bdi>
        </h4>
        <input type="hidden" name="command" value={randomUUID()} />
        <input type="hidden" name="role" value={id} />
        <input type="hidden" name="holder" value={holder?.id ?? ""} />
        <TextField
          id={`assign-${id}`}
          name="address"
          label="Email or phone number"
          hint={actionWords(openActions)}
          required
          maxLength={254}
          autoComplete="off"
        />
        <div className="invite-page-foot flex-wrap">
          <ButtonLink href={back}>Cancel</ButtonLink>
          {forClients && (
            <Submit name="kind" value="client" variant="primary">
              Invite New Client
            </Submit>
          )}
          {forInternal && isAdmin && (
            <Submit name="kind" value="internal" variant={forClients ? "default" : "primary"}>
              Invite New Internal User
            </Submit>
          )}
          {!forClients && !isAdmin && (
            <Submit name="kind" value="internal" variant="primary">
              Assign
            </Submit>
          )}
        </div>
      </ActionForm>
      {forInternal && !isAdmin && (
        <ActionForm
          action={requestInternalAction.bind(null, at)}
          said="The admins have been asked."
          className="grid gap-2"
        >
          <input type="hidden" name="role" value={id} />
          <TextField
            id={`ask-${id}`}
            name="address"
            label="New internal user"
            hint={forClients ? ASK_AN_ADMIN : `${ONLY_ADMINS} Ask an admin.`}
            required
            maxLength={254}
            autoComplete="off"
          />
          <div className="invite-page-foot">
            <Submit>Request</Submit>
          </div>
        </ActionForm>
      )}
    </div>
  );
}
