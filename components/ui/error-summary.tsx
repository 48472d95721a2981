/** What went wrong with a form, announced at once, with links to the fields. Renders nothing without a message. */
export function ErrorSummary({
  message,
  fields = {},
}: {
  message?: string;
  fields?: Record<string, string>;
}) {
  if (!message) return null;
  const entries = Object.entries(fields);
  return (
    <div role="alert" tabIndex={-1} className="note note-danger">
      <p className="font-medium">{message}</p>
      {entries.length > 1 && (
        <ul className="mt-1 list-disc ps-5">
          {entries.map(([field, words]) => (
            <li key={field}>
              <a href={`#${field}`} className="underline">
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
