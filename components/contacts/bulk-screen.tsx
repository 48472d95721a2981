import { useTranslations } from "next-intl";
import { BulkForm, type BulkProps, Nobody } from "@/components/contacts/bulk-form";
import { namesWords } from "@/components/contacts/bulk-words";
import { ManyFrame } from "@/components/contacts/many-frame";
import { FindInput } from "@/components/ui/find-input";
import type { BulkAct } from "@/lib/domain/bulk";

type Props = Omit<BulkProps, "act" | "action" | "find"> & {
  /** Null until one is chosen. */
  doing: Pick<BulkProps, "act" | "action"> | null;
  /** What may be done, each with the address that leads there. */
  acts: { act: BulkAct; href: string }[];
  exportPath: string;
  seek: { path: string; value?: string; keep: [string, string][] };
};

/** An act on many contacts: who they are, what is to be done, and what became of each. */
export function BulkScreen({ doing, acts, exportPath, seek, ...rest }: Props) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  const { view, back } = rest;
  const count = view.contacts.length;
  return (
    <ManyFrame
      from={{ name: t("contacts"), path: back }}
      doing={doing && t(`act.${doing.act}`)}
      others={acts
        .filter(({ act }) => act !== doing?.act)
        .map(({ act, href }) => ({ words: t(`act.${act}`), href }))}
      chosen={count > 0 ? { count: ui("people", { count }), names: namesWords(view.names, count, t) } : null}
      download={{ href: exportPath, words: t("export") }}
    >
      {count > 0 && (view.isCut || seek.value) && (
        <Seek {...seek} label={t(`bulk.seek.${doing?.act === "group" ? "group" : "workspace"}`)} />
      )}
      {doing && <BulkForm key={doing.act} {...rest} {...doing} find={seek.value} />}
      {!doing && count === 0 && <Nobody isTooMany={view.isTooMany} back={back} />}
    </ManyFrame>
  );
}

/** There is more to choose from than a list can show: a GET form that keeps the selection. */
function Seek({ path, value, keep, label }: Props["seek"] & { label: string }) {
  return (
    <search className="find">
      <form action={path}>
        {keep.map(([name, kept]) => (
          <input key={`${name} ${kept}`} type="hidden" name={name} value={kept} />
        ))}
        <FindInput name="q" label={label} value={value} />
      </form>
    </search>
  );
}
