"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTakeOver } from "@/components/people-field/use-take-over";
import { TextAreaField } from "@/components/ui/field";
import type { GroupKind } from "@/lib/domain/groups";

type TextProps = { kind: GroupKind; text: string; error?: string; rows: number; onAdded?: () => void };
type Props = TextProps & { org: string; isAdmin: boolean; onAdded: () => void };

const load = () => import("@/components/people-field/people-list");

/** A new group's people: the People field, and until it has come, without script and for long lists a text area. */
export function PeopleInput({ org, isAdmin, kind, text, error, rows, onAdded }: Props) {
  const t = useTranslations("wizard");
  const plain = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState<string | null>(null);
  const taken = useTakeOver(load, plain);
  if (!taken || long !== null || !taken.code.fitsChips(taken.typed))
    return (
      <div ref={plain}>
        <PeopleText kind={kind} text={long ?? text} error={error} rows={rows} onAdded={onAdded} />
      </div>
    );
  const { code, typed } = taken;
  return (
    <div ref={field} className="grid gap-1">
      <code.PeopleList
        at={{ org, kind }}
        as={kind === "team" ? "internal" : "client"}
        isAdmin={isAdmin}
        text={typed}
        hint={t("peopleHint")}
        error={error}
        onAdded={onAdded}
      />
      <button
        type="button"
        className="link justify-self-start text-13 pointer-coarse:py-3"
        onClick={() => setLong(field.current?.querySelector("input")?.value ?? "")}
      >
        {t("longList")}
      </button>
    </div>
  );
}

/** People as a list to type or paste. `onAdded`: something has been. */
export function PeopleText({ kind, text, error, rows, onAdded }: TextProps) {
  const t = useTranslations("wizard");
  return (
    <TextAreaField
      name="people"
      label={t("people")}
      hint={kind === "team" ? t("colleaguesTextHint") : t("peopleTextHint")}
      error={error}
      rows={rows}
      required
      defaultValue={text}
      onChange={({ target }) => target.value.trim() && onAdded?.()}
    />
  );
}
