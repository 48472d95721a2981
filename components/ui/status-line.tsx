/** Says what became of the last act, where it was done. Always in the page, so that it is announced. */
export function StatusLine({
  text,
  isError,
  className = "",
}: {
  text: string | null | undefined;
  isError?: boolean;
  className?: string;
}) {
  const look = isError ? "error" : "text-13 text-fg-2";
  return (
    <p role="status" className={text ? `${look} ${className}` : "sr-only"}>
      {text}
    </p>
  );
}
