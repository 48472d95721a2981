import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import { deactivateContactAction, reactivateContactAction } from "@/lib/actions/contact-life";

type Props = {
  org: string;
  contact: { id: string; name: string; isDeactivated: boolean };
  may: { deactivate: boolean; merge: boolean };
};

/** What can be done about one contact, in the head of their page. */
export function ContactActions({ org, contact, may }: Props) {
  const { id, isDeactivated } = contact;
  const change = isDeactivated ? reactivateContactAction : deactivateContactAction;
  return (
    <>
      {may.merge && <ButtonLink href={withQuery(`/${org}/contacts/merge`, { keep: id })}>Merge…</ButtonLink>}
      {may.deactivate && (
        <ActionForm action={change.bind(null, { org })} className="flex items-center gap-2">
          <input type="hidden" name="contacts" value={id} />
          <Submit>{isDeactivated ? "Reactivate" : "Deactivate"}</Submit>
        </ActionForm>
      )}
      {!isDeactivated && (
        <ButtonLink href={withQuery(`/${org}/contacts/bulk`, { do: "workspace", c: id })} variant="primary">
          Add to Workspace
        </ButtonLink>
      )}
    </>
  );
}
