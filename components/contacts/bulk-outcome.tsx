"use client";

import { useEffect, useRef } from "react";
import { doneWords } from "@/components/contacts/bulk-words";
import { UndoForm } from "@/components/invitations/undo-form";
import { ButtonLink } from "@/components/ui/button";
import type { BulkAnswer } from "@/lib/domain/bulk-acts";

type Props = { org: string; answer: BulkAnswer; back: string; next: { href: string; words: string } | null };

/** What became of everybody: the counts, then who was left out and why, then where to go. */
export function BulkOutcome({ org, answer, back, next }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { notDone, undo } = answer;
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <p role="status" className="note">
        {doneWords(answer)}
      </p>
      {undo && <UndoForm org={org} {...undo} />}
      {notDone.length > 0 && (
        <details open={answer.done.length === 0 || undefined}>
          <summary className="link w-fit">Show {notDone.length.toLocaleString("en")} not done</summary>
          <ul className="mt-2 grid gap-1 text-13">
            {notDone.map(({ contact, name, reason }) => (
              <li key={contact}>
                <bdi className="font-medium">{name}</bdi>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="flex flex-wrap gap-2">
        {next && (
          <ButtonLink href={next.href} variant="primary">
            {next.words}
          </ButtonLink>
        )}
        <ButtonLink href={back}>Back to Contacts</ButtonLink>
      </p>
    </div>
  );
}
