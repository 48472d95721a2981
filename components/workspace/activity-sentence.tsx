import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { bdi } from "@/components/ui/bdi";
import type { ActivityItem } from "@/lib/domain/views";
import type { Screens } from "@/lib/words/en";

type Data = Record<string, unknown>;
type Known = Screens["workspace"]["activity"];
type ActivityWords = ReturnType<typeof useTranslations<"workspace.activity">>;

const text = (value: unknown, otherwise: string) => (typeof value === "string" && value ? value : otherwise);
const number = (value: unknown) => (typeof value === "number" ? value : 0);
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** "Ann, Ben and 3 more": the names a sentence has room for. */
function People({ names, count, name }: Data) {
  const t = useTranslations("workspace.activity");
  const language = useLocale();
  const list = Array.isArray(names) && names.length > 0 ? names.slice(0, 3) : [name];
  const more = number(count) - list.length;
  const said = list.map((one) => text(one, t("somebody")));
  if (more > 0) said.push(t("more", { count: more }));
  const parts = new Intl.ListFormat(language === "en" ? "en-GB" : language).formatToParts(said);
  return parts.reduce<ReactNode>(
    (before, { type, value }) => (
      <>
        {before}
        {type === "element" ? bdi(value) : value}
      </>
    ),
    null,
  );
}

/** "the name, the due date": what was changed about somebody or something. */
function fieldsIn({ fields }: Data, t: ActivityWords): string {
  const list = textsIn(fields).map((field) => {
    const key = field.replaceAll(/ (.)/g, (_, letter: string) => letter.toUpperCase());
    return t.has(`fields.${key as keyof Known["fields"]}`)
      ? t(`fields.${key as keyof Known["fields"]}`)
      : t("field", { field });
  });
  return list.join(", ") || t("details");
}

/** Everything that a sentence may be filled with, from what was recorded; what is missing is somebody, or something. */
function valuesOf({ actor, data }: ActivityItem, t: ActivityWords) {
  const who = (name: string) => text(data[name], t("somebody"));
  const [unused, unsent] = [textsIn(data.addresses), textsIn(data.unsent)];
  return {
    b: bdi,
    people: () => <People {...data} />,
    who: text(actor, t("actor")),
    name: who("name"),
    from: who("from"),
    dropped: who("dropped"),
    address: who("address"),
    requester: who("requester"),
    group: text(data.group, t("group")),
    role: text(data.role, t("role")),
    title: text(data.title, t("action")),
    kind: text(data.kind, "todo"),
    count: number(data.count),
    fields: fieldsIn(data, t),
    hasRole: typeof data.roleName === "string" ? "yes" : "no",
    roleName: who("roleName"),
    isUsed: unused.length > 0 ? "no" : "yes",
    unused: unused.join(", "),
    isSent: unsent.length > 0 ? "no" : "yes",
    unsent: unsent.join(", "),
  };
}

/** What happened, as one sentence; kinds that this screen does not know read "Something changed". */
export function ActivitySentence({ item }: { item: ActivityItem }) {
  const t = useTranslations("workspace.activity");
  const kind = item.kind as keyof Known["kinds"];
  return (
    <span className="activity-words">
      {t.has(`kinds.${kind}`) ? t.rich(`kinds.${kind}`, valuesOf(item, t)) : t("somethingChanged")}
    </span>
  );
}
