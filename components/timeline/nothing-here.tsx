import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { withQuery } from "@/components/ui/query";

type Props = { path: string; find?: string; isNarrowed: boolean; mayCreate: boolean };

/** An empty timeline: because of the filters, because it is new, or because nobody has invited one yet. */
export function NothingHere({ path, find, isNarrowed, mayCreate }: Props) {
  if (isNarrowed)
    return (
      <Empty
        icon={<Icon name="find" />}
        title={find ? `No workspace matches “${find}”.` : "No workspace matches this filter."}
      >
        <ButtonLink href={path}>Show all</ButtonLink>
      </Empty>
    );
  const archived = <ButtonLink href={withQuery(path, { filter: "archived" })}>See archived</ButtonLink>;
  return mayCreate ? (
    <Empty
      icon={<Icon name="timeline" />}
      title="No workspaces yet. Start one and invite the people who do the work."
    >
      {archived}
    </Empty>
  ) : (
    <Empty
      icon={<Icon name="timeline" />}
      title="Nothing here yet. You will see a workspace as soon as someone invites you."
    >
      {archived}
    </Empty>
  );
}
