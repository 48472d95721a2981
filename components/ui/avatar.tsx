import { tintClass } from "@/components/ui/tint";

/** Up to two letters for a name; one for an address, "#" for a phone number. */
function initials(name: string): string {
  const words = name.includes("@") ? [name] : name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.match(/\p{L}/u)?.[0] ?? "",
  );
  return letters.join("") || "#";
}

/** The round mark of a person, group or role. Decorative: the name stands beside it, or comes as `label`. */
export function Avatar({
  id,
  name,
  size,
  label,
}: {
  id: string;
  name: string;
  size?: "small";
  label?: string;
}) {
  return (
    <span
      className={`avatar ${tintClass(id)} ${size ? "avatar-small" : ""}`}
      {...(label ? { role: "img", "aria-label": label, title: label } : { "aria-hidden": true })}
    >
      {initials(name)}
    </span>
  );
}

/** The dashed circle of a role that nobody holds. */
export function EmptyAvatar({ label }: { label?: string }) {
  return (
    <span
      className="avatar avatar-empty"
      {...(label ? { role: "img", "aria-label": label, title: label } : { "aria-hidden": true })}
    >
      +
    </span>
  );
}
