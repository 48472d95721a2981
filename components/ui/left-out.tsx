/** So many are read at a glance, and shown at once. */
const FEW = 10;

type Props = {
  /** What leads to a long list. */
  words: string;
  list: { id: string; name: string; reason: string }[];
  /** Nothing else came of the act: the whole list is the answer. */
  isAll?: boolean;
};

const wordsIn = (text: string) => ` ${text.match(/[\p{L}\p{N}]+/gu)?.join(" ")} `;

/** Whether a reason says the name by itself, not as part of another word. */
const isNamed = (reason: string, name: string) => wordsIn(reason).includes(wordsIn(name));

/** Who was left out of an act on many, and why, each named once; a long list opens when it is asked for. */
export function LeftOut({ words, list, isAll }: Props) {
  if (list.length === 0) return null;
  return (
    <details open={isAll || list.length <= FEW || undefined}>
      <summary className="link w-fit py-1 pointer-coarse:py-3">{words}</summary>
      <ul className="mt-2 grid gap-1 text-13">
        {list.map(({ id, name, reason }) => (
          <li key={id}>
            {!isNamed(reason, name) && (
              <>
                <bdi className="font-medium">{name}</bdi>:{" "}
              </>
            )}
            {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
