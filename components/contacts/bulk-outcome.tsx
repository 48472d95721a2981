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
  const { notDone, unsent, undo } = answer;
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <p role="status" className="note">
        {doneWords(answer)}
      </p>
      {undo && <UndoForm org={org} {...undo} />}
      <LeftOut
        words={`Show ${notDone.length.toLocaleString("en")} not done`}
        list={notDone}
        isOpen={answer.done.length === 0}
      />
      <LeftOut
        words={`Show ${unsent.length.toLocaleString("en")} sent nothing`}
        list={unsent}
        isOpen={false}
      />
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

type LeftOutProps = { words: string; list: BulkAnswer["notDone"]; isOpen: boolean };

function LeftOut({ words, list, isOpen }: LeftOutProps) {
  if (list.length === 0) return null;
  return (
    <details open={isOpen || undefined}>
      <summary className="link w-fit py-1 pointer-coarse:py-3">{words}</summary>
      <ul className="mt-2 grid gap-1 text-13">
        {list.map(({ contact, name, reason }) => (
          <li key={contact}>
            <bdi className="font-medium">{name}</bdi>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
