import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { GroupForm } from "@/components/wizard/group-form";
import { PersonForm } from "@/components/wizard/person-form";
import type { WizardAction } from "@/components/wizard/use-wizard-form";
import { WizardFrame } from "@/components/wizard/wizard-frame";
import type { Values } from "@/components/wizard/wizard-words";
import type { DraftKind } from "@/lib/domain/draft-details";
import type { DetailsOptions } from "@/lib/domain/wizard-options";

type Props = {
  org: string;
  kind: DraftKind;
  save: WizardAction;
  kept: Values;
  options: DetailsOptions;
  /** What was begun a while ago and not finished. */
  unfinished: {
    name: string;
    path: string;
    discard: ComponentProps<typeof ActionForm<void>>["action"];
  } | null;
};

/** First step: who, or which group. */
export function DetailsScreen({ org, kind, save, kept, options, unfinished }: Props) {
  const t = useTranslations("wizard");
  return (
    <WizardFrame org={org} kind={kind} step={1}>
      {unfinished && (
        <div className="note duplicate">
          <p className="break">{t("unfinished", { name: unfinished.name })}</p>
          <ButtonLink size="small" href={unfinished.path}>
            <span className="truncate">{t("goOn", { name: unfinished.name })}</span>
          </ButtonLink>
          <ActionForm action={unfinished.discard}>
            <Submit size="small" variant="ghost">
              {t("discard")}
            </Submit>
          </ActionForm>
        </div>
      )}
      {kind === "client" || kind === "internal" ? (
        <PersonForm org={org} kind={kind} save={save} kept={kept} {...options} />
      ) : (
        <GroupForm org={org} kind={kind} save={save} kept={kept} {...options} />
      )}
    </WizardFrame>
  );
}
