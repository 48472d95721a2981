"use client";

import { useEffect, useRef } from "react";
import { doneWords } from "@/components/contacts/bulk-words";
import { UndoForm } from "@/components/invitations/undo-form";
import { ButtonLink } from "@/components/ui/button";
import { LeftOut } from "@/components/ui/left-out";
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
        list={notDone.map(({ contact, ...rest }) => ({ id: contact, ...rest }))}
        isAll={answer.done.length === 0}
      />
      <LeftOut
        words={`Show ${unsent.length.toLocaleString("en")} sent nothing`}
        list={unsent.map(({ contact, ...rest }) => ({ id: contact, ...rest }))}
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
