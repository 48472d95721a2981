import { FlowList } from "@/components/templates/flow-list";
import { TemplateForm } from "@/components/templates/template-form";
import { TemplateFrame } from "@/components/templates/template-frame";
import { valuesOf } from "@/components/templates/template-values";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { CommandId } from "@/components/ui/command-id";
import { Submit } from "@/components/ui/submit";
import { Words } from "@/components/ui/words";
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
  const { id, name, flow, mayEdit, isMine } = template;
  const path = `/${org}/templates/${id}`;
  const acts = (
    <>
      {flow && (
        <ActionForm action={duplicateTemplateAction.bind(null, { org })}>
          <input type="hidden" name="template" value={id} />
          <CommandId value={command} />
          <Submit>Duplicate</Submit>
        </ActionForm>
      )}
      {mayEdit && (
        <ButtonLink href={`${path}?do=delete`} data-still>
          Delete
        </ButtonLink>
      )}
      {flow && (
        <ButtonLink href={`${path}/use`} variant="primary">
          Use template
        </ButtonLink>
      )}
    </>
  );
  return (
    <TemplateFrame org={org} here={name} acts={acts}>
      {isDeleting && mayEdit && <DeleteTemplate org={org} template={template} path={path} />}
      {!flow && (
        <p role="alert" className="note note-warning template-note">
          The roles and actions of this template could not be read.{" "}
          {mayEdit
            ? "Enter them anew; what you save takes their place."
            : `Ask ${template.owner} to enter them anew.`}
        </p>
      )}
      {mayEdit ? (
        <Words of={["flow", "templates", "wizard"]}>
          <TemplateForm
            org={org}
            title="Template"
            label="Save template"
            save={save}
            kept={valuesOf(template)}
            mayBePrivate={isMine}
          />
        </Words>
      ) : (
        <TemplateReader template={template} />
      )}
    </TemplateFrame>
  );
}

function TemplateReader({ template: { name, description, owner, flow } }: { template: TemplateView }) {
  return (
    <div className="new-workspace">
      <div>
        <h1 className="text-20 font-semibold">
          <bdi>{name}</bdi>
        </h1>
        <p className="text-fg-2">
          Shared by <bdi>{owner}</bdi>, who changes it, as admins do. Duplicate it to have one of your own.
        </p>
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
  return (
    <ActionForm
      action={deleteTemplateAction.bind(null, { org })}
      className="note template-note template-delete"
    >
      <input type="hidden" name="template" value={id} />
      <p>
        Delete <bdi>{name}</bdi>? It cannot be brought back. Workspaces made from it stay as they are.
      </p>
      <p className="flex flex-wrap gap-2">
        <ButtonLink href={path} data-still>
          Keep
        </ButtonLink>
        <Submit variant="danger">Delete template</Submit>
      </p>
    </ActionForm>
  );
}
