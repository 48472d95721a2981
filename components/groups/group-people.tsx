import { useTranslations } from "next-intl";
import { invitationPath } from "@/components/contacts/contact-state";
import type { GroupAt } from "@/components/groups/group-screen";
import { ActionForm } from "@/components/ui/action-form";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Pages } from "@/components/ui/pages";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import { removeFromGroupAction } from "@/lib/actions/groups";
import type { GroupView } from "@/lib/domain/group-page";

type Person = GroupView["page"][number];

/** Who is in the group, with check-boxes for those who may take people out. */
export function GroupPeople({ org, group, seen, path }: GroupAt & { path: string }) {
  const t = useTranslations("groups");
  return (
    <section aria-labelledby="group-people">
      <h2 id="group-people" className="group-heading">
        {t("people.title")}
      </h2>
      {group.people === 0 && <Empty icon={<Icon name="members" />} title={t("people.none")} />}
      {group.page.length > 0 && (
        <ActionForm
          action={removeFromGroupAction.bind(null, { org })}
          said={t("people.removed")}
          data-gone-says={t("people.removed")}
          className="grid grid-cols-1 gap-2"
        >
          <input type="hidden" name="group" value={group.id} />
          <ul className="group-list">
            {group.page.map((person) => (
              <PersonRow key={person.id} org={org} person={person} mayRemove={group.may.editPeople} />
            ))}
          </ul>
          {group.may.editPeople && (
            <p className="group-remove">
              <Submit>{t("people.remove")}</Submit>
              <span className="text-13 text-fg-2">{t("people.removes", { group: group.name })}</span>
            </p>
          )}
        </ActionForm>
      )}
      <Pages
        start={seen.after && path}
        next={group.next && withQuery(path, { after: group.next })}
        className="pt-4"
      />
    </section>
  );
}

function PersonRow({ org, person, mayRemove }: { org: string; person: Person; mayRemove: boolean }) {
  const t = useTranslations("contacts");
  const { id, name, address, company, state } = person;
  const facts = [company, address !== name && address].filter(Boolean).join(" · ");
  return (
    <li className="person" data-row tabIndex={-1}>
      {mayRemove && (
        <label className="tick">
          <input type="checkbox" name="contacts" value={id} aria-label={t("select", { name })} />
        </label>
      )}
      <Avatar id={id} name={name} />
      <div className="person-words">
        <p className="person-name">
          <a href={`/${org}/contacts/${id}`}>
            <bdi>{name}</bdi>
          </a>
        </p>
        <p className="person-facts">
          <bdi>{facts}</bdi>
        </p>
      </div>
      {state === "joined" && <span className="person-joined">{t("state.joined")}</span>}
      {state === "invited" && (
        <Badge tone="warning" hasRing href={invitationPath(org, id)} label={t("row.invitationFor", { name })}>
          {t("state.invited")}
        </Badge>
      )}
      {state === "quiet" && <Badge hasRing>{t("state.quiet")}</Badge>}
      {state === "deactivated" && <Badge>{t("state.deactivated")}</Badge>}
    </li>
  );
}
