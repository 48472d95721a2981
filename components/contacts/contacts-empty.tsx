import type { MayAdd } from "@/components/contacts/new-menu";
import { isNarrowed, listPath, type Seen } from "@/components/contacts/seen";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { withQuery } from "@/components/ui/query";

const nothing = {
  clients: ["No clients yet. Add the first one.", "Client", "client"],
  internal: ["No internal users yet. Add the first one.", "Internal user", "internal"],
  groups: [
    "No client groups yet. Put people together who come along as one.",
    "Client group",
    "client-group",
  ],
  teams: [
    "No internal teams yet. Put colleagues together who come along as one.",
    "Internal team",
    "internal-team",
  ],
} as const;

type Props = { org: string; seen: Seen; refusals: MayAdd };

/** A list with nobody in it: because of the search, the filters, or because it is new. */
export function ContactsEmpty({ org, seen, refusals }: Props) {
  const { tab, find } = seen;
  const [words, label, path] = nothing[tab];
  const isRefused = (tab === "internal" && refusals.internal) || (tab === "teams" && refusals.team);
  const add = `/${org}/contacts/new/${path}`;
  if (!isNarrowed(seen))
    return (
      <Empty icon={<Icon name="members" />} title={words}>
        {!isRefused && (
          <ButtonLink href={add}>
            <Icon name="plus" />
            {label}
          </ButtonLink>
        )}
      </Empty>
    );
  return (
    <Empty
      icon={<Icon name="find" />}
      title={find ? `Nobody matches “${find}”.` : "Nobody matches these filters."}
    >
      <span className="flex flex-wrap justify-center gap-2">
        {find ? (
          <ButtonLink href={listPath(org, seen, { find: undefined })}>Clear search</ButtonLink>
        ) : (
          <ButtonLink href={listPath(org, { tab })}>Clear filters</ButtonLink>
        )}
        {find && tab === "clients" && (
          <ButtonLink href={withQuery(add, { who: find })}>Add “{find}” as a client</ButtonLink>
        )}
      </span>
    </Empty>
  );
}
