import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";

/** The organizations one belongs to, each leading to its timeline. */
export function OrganizationList({ organizations }: { organizations: { slug: string; name: string }[] }) {
  return (
    <ul className="grid gap-2">
      {organizations.map(({ slug, name }) => (
        <li key={slug}>
          <Link
            href={`/${slug}/timeline`}
            prefetch={false}
            className="flex min-h-11 items-center gap-3 rounded-8 border border-line px-3 py-2 font-medium hover:bg-hover"
          >
            <Avatar id={slug} name={name} />
            <bdi className="min-w-0">{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
