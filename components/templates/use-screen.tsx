import { useTranslations } from "next-intl";
import { ActionList } from "@/components/templates/flow-list";
import { TemplateFrame } from "@/components/templates/template-frame";
import { UseForm } from "@/components/templates/use-form";
import { bdi } from "@/components/ui/bdi";
import type { Clock } from "@/components/ui/moment";
import type { WizardAction } from "@/components/wizard/use-wizard-form";
import type { TemplateView } from "@/lib/domain/template-views";

type Props = {
  org: string;
  template: TemplateView;
  command: string;
  suggested: Record<"internal" | "client" | "any", string[]>;
  isAdmin: boolean;
  /** When each action is due that is begun today. */
  days: (string | null)[];
  clock: Clock;
  start: WizardAction;
};

/** "Use template": a workspace with the template's roles and actions, and its people in the same act. */
export function UseScreen({ org, template, days, clock, ...rest }: Props) {
  const t = useTranslations("templates");
  const { id, name, description, flow } = template;
  return (
    <TemplateFrame org={org} trail={[{ name, path: `/${org}/templates/${id}` }]} here={t("use")} hasPeople>
      <div className="template-use">
        <div>
          <h1 className="text-20 font-semibold">{t.rich("useTitle", { name, b: bdi })}</h1>
          {description && <p className="whitespace-pre-line text-fg-2">{description}</p>}
        </div>
        {flow ? (
          <>
            <UseForm org={org} template={template} roles={flow.roles} {...rest} />
            {flow.actions.length > 0 && (
              <details className="template-preview">
                <summary>{t("preview", { count: flow.actions.length })}</summary>
                <ActionList flow={flow} dated={{ days, clock }} />
              </details>
            )}
          </>
        ) : (
          <p role="alert" className="note note-warning">
            {t("damagedUse")}
          </p>
        )}
      </div>
    </TemplateFrame>
  );
}
