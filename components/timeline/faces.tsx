import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { Face } from "@/lib/domain/views";

/** The first faces of a workspace and how many more there are, told to screen readers as one number. */
export function Faces({ faces, count }: { faces: Face[]; count: number }) {
  const t = useTranslations("timeline");
  const shown = faces.slice(0, 3);
  const more = count - shown.length;
  return (
    <span className="stack">
      {shown.map((face) => (
        <Avatar key={face.id} id={face.id} name={face.name} />
      ))}
      {more > 0 && (
        <span aria-hidden className="avatar avatar-count">
          {more > 99 ? "99+" : `+${more}`}
        </span>
      )}
      <span className="sr-only">{count > 1000 ? t("manyMembers") : t("members", { count })}</span>
    </span>
  );
}
