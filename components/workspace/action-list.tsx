import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { ActionRow } from "@/components/workspace/action-row";
import type { Common } from "@/components/workspace/common";

/** The flow: its actions in order, the next one lit. */
export function ActionList(common: Common) {
  const { actions } = common.view;
  if (actions.length === 0)
    return <Empty icon={<Icon name="list" />} title="This workspace has no actions." />;
  return (
    <section aria-label="Actions">
      <ol className="actions">
        {actions.map((action, index) => (
          <ActionRow key={action.id} {...common} action={action} before={actions[index - 1]} />
        ))}
      </ol>
    </section>
  );
}
