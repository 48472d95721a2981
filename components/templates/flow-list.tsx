import { useTranslations } from "next-intl";
import { type Clock, calendarDay } from "@/components/ui/moment";
import type { TemplateFlow } from "@/lib/domain/template-views";

type Props = { flow: TemplateFlow; dated?: { days: (string | null)[]; clock: Clock } };

/** Actions in order with their role and when they are due: after how many days, or on which of the `dated` days. */
export function ActionList({ flow, dated }: Props) {
  const t = useTranslations("templates");
  const due = (count: number, place: number) => {
    const day = dated?.days[place];
    if (dated && day) return t("dueOn", { day: calendarDay(day, dated.clock) });
    return count === 0 ? t("sameDay") : t("afterDays", { count });
  };
  const rows = flow.actions.map(({ title, kind, instructions, role, dueInDays, isParallel }, place) => {
    const facts = [
      t(`kind.${kind}`),
      flow.roles[role]?.name,
      dueInDays !== null && due(dueInDays, place),
      isParallel && place > 0 && t("together"),
    ];
    return { place, title, instructions, facts: facts.filter(Boolean).join(" · ") };
  });
  return (
    <ol className="template-actions">
      {rows.map(({ place, title, instructions, facts }) => (
        <li key={place}>
          <span className="font-medium break">{title}</span>
          <span className="hint">{facts}</span>
          {instructions && <span className="hint break">{instructions}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Roles and actions of a template, to be read. */
export function FlowList({ flow }: { flow: TemplateFlow }) {
  const t = useTranslations("templates");
  return (
    <>
      <section aria-labelledby="template-roles" className="grid gap-2">
        <h2 id="template-roles" className="font-semibold">
          {t("roles")}
        </h2>
        {flow.roles.length === 0 && <p className="text-fg-2">{t("noRoles")}</p>}
        <ul className="template-actions">
          {flow.roles.map(({ name, audience }) => (
            <li key={name}>
              <span className="font-medium break">{name}</span>
              <span className="hint">{t(`audience.${audience}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="template-actions" className="grid gap-2">
        <h2 id="template-actions" className="font-semibold">
          {t("actions")}
        </h2>
        {flow.actions.length === 0 && <p className="text-fg-2">{t("noActions")}</p>}
        <ActionList flow={flow} />
      </section>
    </>
  );
}
