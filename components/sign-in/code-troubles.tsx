/** Says why a code may not come just now, before somebody waits for it. */
export const CodeTroubles = ({ sentences }: { sentences: string[] }) =>
  sentences.map((sentence) => (
    <p key={sentence} role="status" className="note note-warning">
      {sentence}
    </p>
  ));
