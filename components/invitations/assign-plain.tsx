import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
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
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const { id, name, audience, holder, openActions } = role;
  const forClients = audience !== "internal";
  const forInternal = audience !== "client";
  return (
    <div className="invite-page basis-full">
      <ActionForm action={assignByAddressAction.bind(null, at)} className="grid gap-4">
        <h4 className="font-semibold">
          {t.rich(holder ? "handOverRole" : "assignRole", { role: name, b: bdi })}
        </h4>
        <input type="hidden" name="command" value={randomUUID()} />
        <input type="hidden" name="role" value={id} />
        <input type="hidden" name="holder" value={holder?.id ?? ""} />
        <TextField
          id={`assign-${id}`}
          name="address"
          label={t("address")}
          hint={actionWords(openActions, t)}
          required
          maxLength={254}
          autoComplete="off"
        />
        <div className="invite-page-foot flex-wrap">
          <ButtonLink href={back}>{ui("cancel")}</ButtonLink>
          {forClients && (
            <Submit name="kind" value="client" variant="primary">
              {t("inviteClient")}
            </Submit>
          )}
          {forInternal && isAdmin && (
            <Submit name="kind" value="internal" variant={forClients ? "default" : "primary"}>
              {t("inviteInternal")}
            </Submit>
          )}
          {!forClients && !isAdmin && (
            <Submit name="kind" value="internal" variant="primary">
              {t("assign")}
            </Submit>
          )}
        </div>
      </ActionForm>
      {forInternal && !isAdmin && (
        <ActionForm
          action={requestInternalAction.bind(null, at)}
          said={t("adminsAsked")}
          className="grid gap-2"
        >
          <input type="hidden" name="role" value={id} />
          <TextField
            id={`ask-${id}`}
            name="address"
            label={t("newInternal")}
            hint={t(forClients ? "people.askAdminOrClient" : "people.askAdmin")}
            required
            maxLength={254}
            autoComplete="off"
          />
          <div className="invite-page-foot">
            <Submit>{t("request")}</Submit>
          </div>
        </ActionForm>
      )}
    </div>
  );
}
