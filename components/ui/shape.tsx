/** A drawing of one line on a grid of 24. Never read out. */
export function Shape({ path, width = 2 }: { path: string; width?: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="icon"
    >
      <path d={path} />
    </svg>
  );
}
