import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";

type Props = {
  org: string;
  contact: { id: string; name: string; isDeactivated: boolean };
};

/** What can be done about one contact, in the head of their page. */
export function ContactActions({ org, contact }: Props) {
  if (contact.isDeactivated) return null;
  return (
    <ButtonLink
      href={withQuery(`/${org}/contacts/bulk`, { do: "workspace", c: contact.id })}
      variant="primary"
    >
      Add to Workspace
    </ButtonLink>
  );
}
