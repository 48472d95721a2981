/** A bar of how many are done, with the numbers as its name. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const isDone = total > 0 && done === total;
  return (
    <progress
      className={`progress ${isDone ? "progress-done" : ""}`}
      value={done}
      max={Math.max(total, 1)}
      aria-label={label}
    />
  );
}
