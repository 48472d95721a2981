"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { doneWords } from "@/components/contacts/bulk-words";
import { UndoForm } from "@/components/invitations/undo-form";
import { ButtonLink } from "@/components/ui/button";
import { LeftOut } from "@/components/ui/left-out";
import type { SaidBulk } from "@/lib/actions/bulk";

type Props = { org: string; answer: SaidBulk; back: string; next: { href: string; name: string } | null };

/** What became of everybody: the counts, then who was left out and why, then where to go. */
export function BulkOutcome({ org, answer, back, next }: Props) {
  const t = useTranslations("contacts");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { notDone, unsent, undo } = answer;
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <p role="status" className="note">
        {doneWords(answer, t)}
      </p>
      {undo && <UndoForm org={org} {...undo} />}
      <LeftOut
        words={t("bulk.showNotDone", { count: notDone.count })}
        list={notDone}
        isAll={answer.done.length === 0}
      />
      <LeftOut words={t("bulk.showUnsent", { count: unsent.count })} list={unsent} />
      <p className="flex flex-wrap gap-2">
        {next && (
          <ButtonLink href={next.href} variant="primary">
            {t("bulk.open", { name: next.name })}
          </ButtonLink>
        )}
        <ButtonLink href={back}>{t("many.back")}</ButtonLink>
      </p>
    </div>
  );
}
