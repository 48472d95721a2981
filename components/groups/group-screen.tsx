import "@/components/contacts/tick.css";
import "./groups.css";
import { useTranslations } from "next-intl";
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
  client_group: ["clientGroup", "groups"],
  team: ["internalTeam", "teams"],
} as const;

/** A group: what it is, who has not joined, who is in it and where it has been added. */
export function GroupScreen(props: GroupAt) {
  const contacts = useTranslations("contacts");
  const ui = useTranslations("ui");
  const { org, group, seen } = props;
  const [kind, tab] = words[group.kind];
  const path = `/${org}/contacts/groups/${group.id}`;
  return (
    <>
      <header className="head">
        <Crumbs
          trail={[{ name: contacts(`tab.${tab}`), path: `/${org}/contacts?tab=${tab}` }]}
          here={group.name}
        />
        {group.may.edit && (
          <ButtonLink href={`${path}?do=edit`} data-still>
            {ui("edit")}
          </ButtonLink>
        )}
        {group.may.delete && (
          <ButtonLink href={`${path}?do=delete`} data-still>
            {ui("delete")}
          </ButtonLink>
        )}
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="group">
          <div>
            <h1 className="text-20 font-semibold">
              <bdi>{group.name}</bdi>
            </h1>
            <Facts group={group} kind={ui(kind)} />
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

function Facts({ group, kind }: { group: GroupView; kind: string }) {
  const t = useTranslations("groups");
  const ui = useTranslations("ui");
  const names = group.managers.map(({ name }) => name).join(", ");
  const facts = [kind, ui("people", { count: group.people }), names && t("lookedAfter", { names })];
  return <p className="text-fg-2">{facts.filter(Boolean).join(" · ")}</p>;
}

function Places({ org, group }: GroupAt) {
  const t = useTranslations("groups");
  return (
    <section aria-labelledby="group-places">
      <h2 id="group-places" className="group-heading">
        {t("places")}
      </h2>
      {group.places.length === 0 && <p className="text-fg-2">{t("noPlaces")}</p>}
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
            {!isMine && <Badge>{t("notYours")}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
