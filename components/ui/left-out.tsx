import type { LeftOut as People, Reason } from "@/lib/actions/left-out";

/** So many are read at a glance, and shown at once. */
const FEW = 10;

type Props = {
  /** What leads to a long list. */
  words: string;
  list: People;
  /** Nothing else came of the act: the whole list is the answer. */
  isAll?: boolean;
};

/** Who was left out of an act on many, under each reason for it; a long list opens when it is asked for. */
export function LeftOut({ words, list: { count, reasons }, isAll }: Props) {
  if (count === 0) return null;
  return (
    <details open={isAll || reasons.length <= FEW || undefined}>
      <summary className="link w-fit py-1 pointer-coarse:py-3">{words}</summary>
      <ul className="mt-2 grid gap-1 text-13">
        {reasons.map((one) => (
          <li key={one.reason}>
            <Named {...one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One by name, or how many with their names behind that. */
function Named({ who, reason, people }: Reason) {
  const line = (
    <>
      <bdi className="font-medium">{who}</bdi>: {reason}
    </>
  );
  if (people.length === 1) return line;
  return (
    <details open={people.length <= FEW || undefined}>
      <summary className="w-fit py-1 pointer-coarse:py-3">{line}</summary>
      <ul className="ps-5 text-fg-2">
        {people.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
