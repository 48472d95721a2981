import { Button, ButtonLink } from "@/components/ui/button";
import type { PersonKind } from "@/lib/domain/draft-details";
import type { Duplicate } from "@/lib/domain/duplicates";

const kindWords = { client: "a client", internal: "an internal user" };

type Props = { org: string; kind: PersonKind; list: Duplicate[] };

/** Contacts that are, or may be, the person who is being added. Stands inside the step's form. */
export function DuplicateList({ org, kind, list }: Props) {
  return (
    <ul className="grid gap-2">
      {list.map((one) => (
        <li key={one.id} className="duplicate">
          <span className="break">
            <strong className="font-medium">{one.name}</strong>
            {!one.isSame && likely(one)} already exists as {kindWords[one.kind]}
            {one.isDeactivated && ", deactivated"}.
          </span>
          <ButtonLink
            size="small"
            href={`/${org}/contacts/${one.id}`}
            target="_blank"
            aria-label={`Open ${one.name}`}
          >
            Open
          </ButtonLink>
          {one.kind === kind && !one.isDeactivated && (
            <Button type="submit" size="small" name="contact" value={one.id} formNoValidate>
              Use this contact
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What tells people of one name apart. */
function likely({ company, addresses }: Duplicate): string {
  const [address] = addresses;
  return `${company ? ` of ${company}` : ""}${address ? ` (${address})` : ""}`;
}
