import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import type { ContactView } from "@/lib/domain/views";

/** The workspaces and groups somebody is in. Workspaces the reader is no member of have a name only. */
export function ContactPlaces({ org, contact }: { org: string; contact: ContactView }) {
  const add = withQuery(`/${org}/contacts/bulk`, { do: "group", c: contact.id });
  return (
    <>
      <section aria-labelledby="contact-workspaces">
        <h2 id="contact-workspaces" className="group-heading">
          Workspaces
        </h2>
        {contact.workspaces.length === 0 && <p className="text-fg-2">In no workspace.</p>}
        <ul className="contact-list">
          {contact.workspaces.map(({ id, name, isJoined, isVisible }) => (
            <li key={id}>
              {isVisible ? (
                <a href={`/${org}/w/${id}`} className="link">
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
              {isJoined ? (
                <span className="contact-end">Joined</span>
              ) : (
                <Badge tone="warning" hasRing>
                  Not Joined
                </Badge>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="contact-groups">
        <h2 id="contact-groups" className="group-heading">
          Groups
        </h2>
        <ul className="contact-list">
          {contact.groups.map(({ id, name, kind }) => (
            <li key={id}>
              <a href={`/${org}/contacts/groups/${id}`} className="link">
                <bdi>{name}</bdi>
              </a>
              <span className="contact-end">{kind === "team" ? "Internal team" : "Client group"}</span>
            </li>
          ))}
        </ul>
        {contact.groups.length === 0 && <p className="text-fg-2">In no group.</p>}
        {!contact.deactivatedAt && (
          <ButtonLink href={add} size="small" className="mt-2">
            Add to group
          </ButtonLink>
        )}
      </section>
    </>
  );
}
