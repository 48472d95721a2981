import { useTranslations } from "next-intl";
import { FlowList } from "@/components/templates/flow-list";
import { TemplateForm } from "@/components/templates/template-form";
import { TemplateFrame } from "@/components/templates/template-frame";
import { valuesOf } from "@/components/templates/template-values";
import { ActionForm } from "@/components/ui/action-form";
import { bdi } from "@/components/ui/bdi";
import { ButtonLink } from "@/components/ui/button";
import { CommandId } from "@/components/ui/command-id";
import { Submit } from "@/components/ui/submit";
import type { WizardAction } from "@/components/wizard/use-wizard-form";
import { deleteTemplateAction, duplicateTemplateAction } from "@/lib/actions/templates";
import type { TemplateView } from "@/lib/domain/template-views";

type Props = {
  org: string;
  template: TemplateView;
  /** Number of the copy that "Duplicate" makes. */
  command: string;
  isDeleting: boolean;
  save: WizardAction;
};

/** One template: to be changed by those who may, to be read by all others who see it. */
export function TemplateScreen({ org, template, command, isDeleting, save }: Props) {
  const t = useTranslations("templates");
  const ui = useTranslations("ui");
  const { id, name, flow, mayEdit, isMine } = template;
  const path = `/${org}/templates/${id}`;
  const acts = (
    <>
      {flow && (
        <ActionForm action={duplicateTemplateAction.bind(null, { org })}>
          <input type="hidden" name="template" value={id} />
          <CommandId value={command} />
          <Submit>{t("duplicate")}</Submit>
        </ActionForm>
      )}
      {mayEdit && (
        <ButtonLink href={`${path}?do=delete`} data-still>
          {ui("delete")}
        </ButtonLink>
      )}
      {flow && (
        <ButtonLink href={`${path}/use`} variant="primary">
          {t("use")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <TemplateFrame org={org} here={name} acts={acts}>
      {isDeleting && mayEdit && <DeleteTemplate org={org} template={template} path={path} />}
      {!flow && (
        <p role="alert" className="note note-warning template-note">
          {mayEdit ? t("damagedEdit") : t("damagedAsk", { owner: template.owner })}
        </p>
      )}
      {mayEdit ? (
        <TemplateForm
          org={org}
          title={t("template")}
          label={t("save")}
          save={save}
          kept={valuesOf(template)}
          mayBePrivate={isMine}
        />
      ) : (
        <TemplateReader template={template} />
      )}
    </TemplateFrame>
  );
}

function TemplateReader({ template: { name, description, owner, flow } }: { template: TemplateView }) {
  const t = useTranslations("templates");
  return (
    <div className="new-workspace">
      <div>
        <h1 className="text-20 font-semibold">
          <bdi>{name}</bdi>
        </h1>
        <p className="text-fg-2">{t.rich("sharedBy", { owner, b: bdi })}</p>
        {description && <p className="pt-2 whitespace-pre-line">{description}</p>}
      </div>
      {flow && <FlowList flow={flow} />}
    </div>
  );
}

function DeleteTemplate({
  org,
  template: { id, name },
  path,
}: Pick<Props, "org" | "template"> & { path: string }) {
  const t = useTranslations("templates");
  return (
    <ActionForm
      action={deleteTemplateAction.bind(null, { org })}
      className="note template-note template-delete"
    >
      <input type="hidden" name="template" value={id} />
      <p>{t.rich("deleteAsk", { name, b: bdi })}</p>
      <p className="flex flex-wrap gap-2">
        <ButtonLink href={path} data-still>
          {t("keep")}
        </ButtonLink>
        <Submit variant="danger">{t("deleteIt")}</Submit>
      </p>
    </ActionForm>
  );
}
