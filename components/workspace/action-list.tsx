import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { ActionRow } from "@/components/workspace/action-row";
import type { Common } from "@/components/workspace/common";

/** The flow: its actions in order, those lit that can be done now. One lands at one's own, else at the first of them. */
export function ActionList(common: Common) {
  const { actions } = common.view;
  const t = useTranslations("workspace.actions");
  if (actions.length === 0) return <Empty icon={<Icon name="list" />} title={t("none")} />;
  const open = actions.filter(({ state }) => state === "next");
  const landing = open.find(({ isMine }) => isMine) ?? open[0];
  return (
    <section aria-label={t("title")}>
      <ol className="actions">
        {actions.map((action) => (
          <ActionRow
            key={action.id}
            {...common}
            action={action}
            anchor={action === landing ? "next" : undefined}
          />
        ))}
      </ol>
    </section>
  );
}
