import { useTranslations } from "next-intl";
import type { GroupAt } from "@/components/groups/group-screen";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import { Choices } from "@/components/wizard/choices";
import { deleteGroupAction, editGroupAction } from "@/lib/actions/groups";

type Props = GroupAt & { back: string };

/** Name, description and managers. */
export function EditGroup({ org, group, back }: Props) {
  const t = useTranslations("groups");
  const ui = useTranslations("ui");
  const managers = group.managers.flatMap(({ id }) =>
    group.colleagues.some((one) => one.id === id) ? id : [],
  );
  const stored = {
    name: group.name,
    description: group.description ?? "",
    managers: managers.join(","),
  };
  return (
    <ActionForm action={editGroupAction.bind(null, { org })} said={ui("isSaved")} className="group-form">
      <input type="hidden" name="group" value={group.id} />
      <SeenWithFields values={stored} />
      <TextField name="name" label={ui("name")} defaultValue={group.name} maxLength={60} required />
      <TextAreaField
        name="description"
        label={t("edit.description")}
        rows={2}
        maxLength={500}
        defaultValue={group.description ?? ""}
      />
      <Choices
        name="managers"
        label={t("edit.managers")}
        hint={t("edit.managersHint")}
        options={group.colleagues}
        chosen={managers}
      />
      <p className="flex gap-2">
        <Submit variant="primary">{ui("save")}</Submit>
        <ButtonLink href={back} data-still>
          {ui("close")}
        </ButtonLink>
      </p>
    </ActionForm>
  );
}

/** What the fields began with: a field itself, it begins anew when they do, after "Save", and not while others save. */
const SeenWithFields = ({ values }: { values: Record<string, string> }) => (
  <textarea hidden readOnly name="seen" defaultValue={JSON.stringify(values)} />
);

/** Deletes the group once its name has been typed. */
export function DeleteGroup({ org, group, back }: Props) {
  const t = useTranslations("groups");
  const tab = group.kind === "team" ? ("teams" as const) : ("groups" as const);
  return (
    <ActionForm action={deleteGroupAction.bind(null, { org, tab })} className="group-form">
      <input type="hidden" name="group" value={group.id} />
      <p>{t.rich("delete.effects", { group: group.name, b: bdi })}</p>
      <TextField name="name" label={t("delete.type", { group: group.name })} autoComplete="off" required />
      <p className="flex flex-wrap gap-2">
        <Submit variant="danger">
          <span className="truncate">{t("delete.submit", { group: group.name })}</span>
        </Submit>
        <ButtonLink href={back} data-still>
          {t("delete.keep")}
        </ButtonLink>
      </p>
    </ActionForm>
  );
}
