const LINK = /(https?:\/\/[^\s<>"]+)/;

/** A message's plain text in which the portal's own links can be followed. Other addresses stay text. */
export function LinkedText({ text, origin }: { text: string; origin: string }) {
  return text.split(LINK).map((piece, at) => {
    const isOwn = piece.startsWith(`${origin}/`);
    const key = `${at} ${piece}`;
    if (!isOwn) return <span key={key}>{piece}</span>;
    return (
      <a key={key} href={piece} target="_blank" rel="noreferrer" className="link">
        {piece}
      </a>
    );
  });
}
