import "@/components/contacts/tick.css";
import "./groups.css";
import { AddPeople } from "@/components/groups/add-people";
import { DeleteGroup, EditGroup } from "@/components/groups/edit-group";
import { GroupPeople } from "@/components/groups/group-people";
import { ResendGroup } from "@/components/groups/resend-group";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import type { GroupView } from "@/lib/domain/group-page";

export type GroupAt = {
  org: string;
  group: GroupView;
  seen: { find?: string; after?: string; do?: string };
  /** Numbers for the forms that add people. */
  commands: string[];
};

const words = {
  client_group: ["Client group", "Client groups", "groups"],
  team: ["Internal team", "Internal teams", "teams"],
} as const;

const people = (count: number) => `${count} ${count === 1 ? "person" : "people"}`;

/** A group: what it is, who has not joined, who is in it and where it has been added. */
export function GroupScreen(props: GroupAt) {
  const { org, group, seen } = props;
  const [kind, tabName, tab] = words[group.kind];
  const path = `/${org}/contacts/groups/${group.id}`;
  return (
    <>
      <header className="head">
        <Crumbs trail={[{ name: tabName, path: `/${org}/contacts?tab=${tab}` }]} here={group.name} />
        {group.may.edit && (
          <ButtonLink href={`${path}?do=edit`} data-still>
            Edit
          </ButtonLink>
        )}
        {group.may.delete && (
          <ButtonLink href={`${path}?do=delete`} data-still>
            Delete
          </ButtonLink>
        )}
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="group">
          <div>
            <h1 className="text-20 font-semibold">
              <bdi>{group.name}</bdi>
            </h1>
            <p className="text-fg-2">
              {kind} · {people(group.people)}
              {group.managers.length > 0 && (
                <> · looked after by {group.managers.map(({ name }) => name).join(", ")}</>
              )}
            </p>
            {group.description && <p className="whitespace-pre-line">{group.description}</p>}
          </div>
          {seen.do === "edit" && group.may.edit && <EditGroup {...props} back={path} />}
          {seen.do === "delete" && group.may.delete && <DeleteGroup {...props} back={path} />}
          <ResendGroup {...props} />
          {group.may.editPeople && <AddPeople {...props} path={path} />}
          <GroupPeople {...props} path={path} />
          <Places {...props} />
        </div>
      </main>
    </>
  );
}

function Places({ org, group }: GroupAt) {
  return (
    <section aria-labelledby="group-places">
      <h2 id="group-places" className="group-heading">
        Workspaces
      </h2>
      {group.places.length === 0 && <p className="text-fg-2">Not added to any workspace yet.</p>}
      <ul className="grid gap-1">
        {group.places.map(({ id, name, isMine }) => (
          <li key={id}>
            {isMine ? (
              <a href={`/${org}/w/${id}`} className="inline-block py-0.5 pointer-coarse:py-3">
                {name}
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}{" "}
            {!isMine && <Badge>Not yours</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
